// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {AgreementChecks} from "./AgreementChecks.sol";
import {AgreementSemantics, Work} from "./AgreementSemantics.sol";
import {Input, InputKind, Interval, Payment, State, Warning} from "./AgreementState.sol";
import {AgreementTerms, CLOSED_TERMS} from "./AgreementTerms.sol";
import {STACK_MAX, Surroundings} from "./AgreementValues.sol";
import {isSignedBy} from "./SignedBy.sol";

/// @title Promises that money keeps: agreements with the semantics of Marlowe v1 core.
/// @notice Holds what is paid into each agreement, and lets it go when, and only when, its terms say so. Of an agreement
/// it stores one hash: of the hash of what remains of its terms, and of what it remembers. Whoever moves an agreement
/// brings both, and the terms on the way. Nobody owns this contract, and nobody can change it.
/// @dev Whatever can follow by time alone is checked and published when it becomes part of an agreement (`Opened`,
/// `TermsRevealed`), so from its logs anybody can drive an agreement to its end. `multicall` makes one transaction of
/// several steps (open and deposit; permit and deposit); it takes no coins, for each step would count them as its own.
contract Agreement is EIP712, Multicall, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// What is stored of an agreement that is over.
    bytes32 private constant CLOSED = bytes32(uint256(1));
    /// What a payee may use of a transaction that pays others too. A transfer of a token behind a proxy takes 60,000.
    uint256 public constant PAYOUT_GAS = 100_000;
    /// What a call that carries coins costs at most before it runs: a cold address, the value, a new account.
    uint256 private constant CALL_GAS = 2_600 + 9_000 + 25_000;
    bytes32 private constant DEPOSIT_TYPEHASH = keccak256(
        "Deposit(bytes32 agreement,bytes32 terms,uint64 nonce,address by,address into,address token,int256 amount)"
    );
    bytes32 private constant CHOICE_TYPEHASH =
        keccak256("Choice(bytes32 agreement,bytes32 terms,uint64 nonce,address owner,bytes32 name,int256 chosen)");

    /// keccak256(abi.encode(hash of the remaining terms, state)); 0 when there never was such an agreement, 1 when it is
    /// over.
    mapping(bytes32 id => bytes32) public commitmentOf;
    /// What could not be sent to its payee, and waits to be fetched; the token of zero is the chain's own coin.
    mapping(address payee => mapping(address token => uint256)) public owedTo;

    event Opened(bytes32 indexed id, address indexed opener, bytes32 remaining, State state, bytes terms);
    /// Terms that are part of an agreement from now on.
    event TermsRevealed(bytes32 indexed id, bytes terms);
    event InputApplied(
        bytes32 indexed id,
        InputKind kind,
        address indexed party,
        address account,
        address token,
        bytes32 name,
        int256 number
    );
    event Warned(bytes32 indexed id, Warning warning);
    /// What the next transaction has to bring; an agreement whose terms are `close` is over.
    event Advanced(bytes32 indexed id, bytes32 remaining, State state);
    event Paid(bytes32 indexed id, address indexed to, address indexed token, uint256 amount);
    /// A payment that could not be sent: `to` can fetch it with `collect`.
    event Owed(bytes32 indexed id, address indexed to, address indexed token, uint256 amount);
    event Collected(address indexed payee, address indexed token, uint256 amount, address to);

    error AgreementExists(bytes32 id);
    error AgreementUnknown(bytes32 id);
    error AgreementClosed(bytes32 id);
    /// These are not the terms and the state that the agreement is in; the newest `Advanced` has them.
    error StateMismatch(bytes32 id);
    /// The interval does not contain the time of the block.
    error NotInInterval(uint64 from, uint64 to, uint256 time);
    /// The party has neither sent this input nor signed it: for this agreement, on this chain, for these terms and as
    /// this input of it.
    error NotAuthorized(address party);
    /// The coins sent are not the deposits of them.
    error WrongValue(uint256 expected, uint256 sent);
    /// Another amount arrived than was sent: the token takes a fee.
    error TokenTakesFee(address token, uint256 expected, uint256 arrived);
    /// The transaction has too little gas to pay everybody.
    error GasTooLow();
    error NothingOwed(address payee, address token);
    error CollectFailed(address to);

    constructor() EIP712("Gristmill Agreement", "1") {}

    /// @notice The name of an agreement that `opener` opens, now or later, so that it can be signed for beforehand.
    function idOf(address opener, bytes32 salt, bytes32 root) public pure returns (bytes32) {
        return keccak256(abi.encode(opener, salt, root));
    }

    /// @notice Opens an agreement with the terms that `root` is the hash of. `terms` has all that time alone can lead
    /// to; it is checked that this always comes to an end, so what is refused here could have locked money.
    function open(bytes32 root, bytes32 salt, bytes calldata terms) external returns (bytes32 id) {
        id = idOf(msg.sender, salt, root);
        require(commitmentOf[id] == 0, AgreementExists(id));
        State memory state;
        // forge-lint: disable-next-line(unsafe-typecast)
        state.minTime = uint64(block.timestamp * 1000);
        Surroundings memory around;
        around.stack = new int256[](STACK_MAX);
        AgreementChecks.checkTerms(root, AgreementTerms.bagOf(terms), around);
        commitmentOf[id] = keccak256(abi.encode(root, state));
        emit Opened(id, msg.sender, root, state, terms);
    }

    /// @notice Moves an agreement on by inputs, or by time alone when there are none. Anybody may send it; each deposit
    /// and choice needs its party's word: as the sender or by its signature. `state` and `remaining` are what the newest
    /// `Advanced` said, `terms` the items that this step needs.
    function advance(
        bytes32 id,
        bytes32 remaining,
        State calldata state,
        Interval calldata interval,
        Input[] calldata inputs,
        bytes calldata terms
    ) external payable nonReentrant {
        State memory next = state;
        requireCurrent(id, remaining, next);
        Work memory work;
        (remaining, work) = AgreementSemantics.compute(remaining, next, interval, inputs, terms);
        uint256 time = block.timestamp * 1000;
        require(interval.from <= time && time <= interval.to, NotInInterval(interval.from, interval.to, time));
        requireAuthorized(id, inputs, work);

        next = AgreementSemantics.stateAfter(work);
        commitmentOf[id] = remaining == CLOSED_TERMS ? CLOSED : keccak256(abi.encode(remaining, next));
        if (inputs.length > 0) emit TermsRevealed(id, terms);
        collectDeposits(id, inputs);
        Warning[] memory warnings = AgreementSemantics.warningsOf(work);
        for (uint256 i = 0; i < warnings.length; ++i) {
            emit Warned(id, warnings[i]);
        }
        emit Advanced(id, remaining, next);
        payOut(id, AgreementSemantics.paymentsOf(work));
    }

    /// @notice Hands an EIP-2612 permit for this contract to its token, so that a deposit in the same `multicall` needs no
    /// approval sent before.
    function permit(IERC20Permit token, address owner, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external
    {
        // Anyone who sees the permit may send it first; then the allowance is there already, and what counts is that.
        try token.permit(owner, address(this), amount, deadline, v, r, s) {} catch {}
    }

    /// @notice What a transaction would make of an agreement, whoever signs it and whatever time it is.
    function preview(
        bytes32 remaining,
        State calldata state,
        Interval calldata interval,
        Input[] calldata inputs,
        bytes calldata terms
    ) external view returns (bytes32, State memory, Payment[] memory, Warning[] memory) {
        (bytes32 left, Work memory work) = AgreementSemantics.compute(remaining, state, interval, inputs, terms);
        return (
            left,
            AgreementSemantics.stateAfter(work),
            AgreementSemantics.paymentsOf(work),
            AgreementSemantics.warningsOf(work)
        );
    }

    /// @notice Sends to `to` what could not be sent to the caller.
    function collect(address token, address to) external nonReentrant returns (uint256 amount) {
        AgreementChecks.requireParty(to);
        amount = owedTo[msg.sender][token];
        require(amount > 0, NothingOwed(msg.sender, token));
        owedTo[msg.sender][token] = 0;
        emit Collected(msg.sender, token, amount, to);
        if (token == address(0)) {
            (bool sent,) = to.call{value: amount}("");
            require(sent, CollectFailed(to));
        } else {
            IERC20(token).safeTransfer(to, amount);
        }
    }

    /// @notice The EIP-712 digest of an input, as the one after `nonce` others, applied to the `when` with hash `terms`.
    function hashInput(bytes32 id, bytes32 terms, uint64 nonce, Input calldata input) public view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                input.kind == InputKind.Deposit
                    ? abi.encode(
                        DEPOSIT_TYPEHASH, id, terms, nonce, input.party, input.account, input.token, input.number
                    )
                    : abi.encode(CHOICE_TYPEHASH, id, terms, nonce, input.party, input.name, input.number)
            )
        );
    }

    function requireCurrent(bytes32 id, bytes32 remaining, State memory state) private view {
        bytes32 commitment = commitmentOf[id];
        if (commitment == keccak256(abi.encode(remaining, state))) return;
        require(commitment != 0, AgreementUnknown(id));
        require(commitment != CLOSED, AgreementClosed(id));
        revert StateMismatch(id);
    }

    function requireAuthorized(bytes32 id, Input[] calldata inputs, Work memory work) private view {
        uint256 first = work.inputs - inputs.length;
        for (uint256 i = 0; i < inputs.length; ++i) {
            Input calldata input = inputs[i];
            if (input.kind == InputKind.Notify || input.party == msg.sender) continue;
            // forge-lint: disable-next-line(unsafe-typecast)
            bytes32 digest = hashInput(id, work.appliedTo.pointers[i], uint64(first + i), input);
            require(isSignedBy(input.party, digest, input.signature), NotAuthorized(input.party));
        }
    }

    /// Tokens come from the party, whoever sends the transaction; the chain's own coin comes with it.
    function collectDeposits(bytes32 id, Input[] calldata inputs) private {
        uint256 coins;
        for (uint256 i = 0; i < inputs.length; ++i) {
            Input calldata input = inputs[i];
            emit InputApplied(id, input.kind, input.party, input.account, input.token, input.name, input.number);
            if (input.kind != InputKind.Deposit || input.number <= 0) continue;
            uint256 amount = uint256(input.number);
            if (input.token == address(0)) {
                coins += amount;
                continue;
            }
            IERC20 token = IERC20(input.token);
            uint256 before = token.balanceOf(address(this));
            token.safeTransferFrom(input.party, address(this), amount);
            uint256 arrived = token.balanceOf(address(this)) - before;
            require(arrived == amount, TokenTakesFee(input.token, amount, arrived));
        }
        require(coins == msg.value, WrongValue(coins, msg.value));
    }

    function payOut(bytes32 id, Payment[] memory payments) private {
        for (uint256 i = 0; i < payments.length; ++i) {
            Payment memory payment = payments[i];
            if (payment.inside || payment.amount == 0) continue;
            if (send(payment.token, payment.to, payment.amount)) {
                emit Paid(id, payment.to, payment.token, payment.amount);
            } else {
                owedTo[payment.to][payment.token] += payment.amount;
                emit Owed(id, payment.to, payment.token, payment.amount);
            }
        }
    }

    /// Whether a payee got its money. One that refuses it, or wastes gas, must not keep others from theirs; what it
    /// returns is not looked at beyond the first word.
    function send(address token, address to, uint256 amount) private returns (bool sent) {
        bytes memory call_ = token == address(0) ? bytes("") : abi.encodeCall(IERC20.transfer, (to, amount));
        (address target, uint256 value) = token == address(0) ? (to, amount) : (token, 0);
        uint256 given = PAYOUT_GAS;
        // A call can pass on all but a 64th of what there is (EIP-150), and its own costs come first.
        bool enough = gasleft() > PAYOUT_GAS + PAYOUT_GAS / 63 + CALL_GAS;
        bool answered;
        assembly ("memory-safe") {
            mstore(0, 0)
            sent := call(given, target, value, add(call_, 32), mload(call_), 0, 32)
            answered := iszero(iszero(returndatasize()))
            // A token that answers must answer with true; one that does not must be there.
            if and(sent, iszero(iszero(token))) {
                sent := or(and(answered, eq(mload(0), 1)), and(iszero(answered), iszero(iszero(extcodesize(target)))))
            }
        }
        // A sender that gave too little gas must not decide who has to fetch its money.
        require(sent || enough, GasTooLow());
    }
}
