// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {isSignedBy} from "./SignedBy.sol";

/// @title What a provider stands to lose by a wrong result.
/// @notice A bond stays slashable until it is withdrawn, the unbonding delay included. A slash needs a verdict that a
/// quorum of the jurors signed; they are named when the contract is made and never change. Nobody else, and no juror
/// alone, can take anything; what is taken goes to the one who proved the fault and to the requestor it wronged.
contract Stake is EIP712, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    struct Bond {
        /// All that can be slashed, what is unbonding included.
        uint96 bonded;
        /// At most `bonded`.
        uint96 unbonding;
        /// From this second (Unix time) on `unbonding` can be withdrawn.
        uint40 withdrawableAt;
    }

    /// What the jurors found: `provider` said that `task` comes to `claimedResult`, and it comes to `rightResult`.
    struct Verdict {
        address provider;
        bytes32 task;
        bytes32 claimedResult;
        bytes32 rightResult;
        /// How much of the bond the fault costs.
        uint96 amount;
        address prover;
        address requestor;
        /// CID of what anybody can check the verdict by.
        string evidence;
    }

    uint32 private constant PPM = 1_000_000;
    bytes32 private constant VERDICT_TYPEHASH = keccak256(
        "Verdict(address provider,bytes32 task,bytes32 claimedResult,bytes32 rightResult,uint96 amount,address prover,address requestor,string evidence)"
    );

    IERC20 public immutable token;
    /// Seconds between the announcement and the withdrawal of a bond: the time in which its past can be judged.
    uint40 public immutable unbondingDelay;
    /// Signatures that a verdict needs.
    uint256 public immutable quorum;
    /// Millionths of a slash that go to the prover, rounded down; the rest goes to the requestor.
    uint32 public immutable proverSharePpm;

    mapping(address => bool) public isJuror;
    address[] private namedJurors;
    mapping(address provider => Bond) public bondOf;
    /// Slashed money that waits for its new owner. It is fetched, not sent: nobody can stop a slash by refusing money.
    mapping(address => uint256) public awardedTo;
    /// The verdict that a provider was slashed by for a task: no other is ever carried out.
    mapping(address provider => mapping(bytes32 task => bytes32 verdict)) public slashedBy;
    /// What a verdict has taken; the rest of it stays due from whatever is bonded later.
    mapping(bytes32 verdict => uint96) public takenBy;

    event Bonded(address indexed provider, uint256 amount, uint256 bonded);
    event UnbondingRequested(address indexed provider, uint256 amount, uint40 withdrawableAt);
    event Unbonded(address indexed provider, uint256 amount);
    /// `amount` was taken: `verdict.amount`, or what there was of it.
    event Slashed(address indexed provider, bytes32 indexed task, uint256 amount, Verdict verdict);
    event AwardCollected(address indexed owner, uint256 amount);

    error UnbondingDelayOutOfRange(uint40 unbondingDelay);
    error ShareTooLarge(uint32 proverSharePpm);
    error QuorumImpossible(uint256 quorum, uint256 jurors);
    error InvalidJuror(address juror);
    error InvalidProvider(address provider);
    error NothingArrived();
    error BondTooLarge(address provider, uint256 bonded);
    error BondTooSmall(address provider, uint256 bonded, uint256 amount);
    error NothingUnbonding(address provider);
    error UnbondingTooEarly(address provider, uint40 withdrawableAt);
    error ResultsEqual(bytes32 task, bytes32 result);
    error InvalidAward(address prover, address requestor);
    error NothingToSlash(address provider);
    error AlreadySlashed(address provider, bytes32 task);
    error QuorumMissing(uint256 signatures, uint256 quorum);
    error NotAJuror(address juror);
    error JurorsOutOfOrder(address juror, address next);
    error VerdictNotSigned(address juror);
    error NothingAwarded(address owner);

    constructor(
        IERC20 token_,
        address[] memory jurors_,
        uint256 quorum_,
        uint40 unbondingDelay_,
        uint32 proverSharePpm_
    ) EIP712("Gristmill Stake", "1") {
        // Without a delay a bond could leave before its fault is judged; one without end would lock bonds in.
        require(unbondingDelay_ > 0 && unbondingDelay_ <= 365 days, UnbondingDelayOutOfRange(unbondingDelay_));
        require(proverSharePpm_ <= PPM, ShareTooLarge(proverSharePpm_));
        // A majority: two quorums always share a juror, so two verdicts that contradict each other need a juror who lies.
        // More than one, so that no juror alone can take anything.
        require(
            quorum_ > 1 && quorum_ > jurors_.length / 2 && quorum_ <= jurors_.length,
            QuorumImpossible(quorum_, jurors_.length)
        );
        for (uint256 i = 0; i < jurors_.length; ++i) {
            require(jurors_[i] != address(0) && !isJuror[jurors_[i]], InvalidJuror(jurors_[i]));
            isJuror[jurors_[i]] = true;
        }
        namedJurors = jurors_;
        token = token_;
        quorum = quorum_;
        unbondingDelay = unbondingDelay_;
        proverSharePpm = proverSharePpm_;
    }

    /// @notice Adds `amount` of the caller's money to the bond of `provider`; anybody may top up anybody's. Credits what
    /// arrived, which is less than `amount` for a token that takes a fee on transfers.
    function bond(address provider, uint256 amount) external nonReentrant {
        require(_canCall(provider), InvalidProvider(provider));
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        uint256 balance = token.balanceOf(address(this));
        require(balance > before, NothingArrived());
        uint256 bonded = bondOf[provider].bonded + (balance - before);
        require(bonded <= type(uint96).max, BondTooLarge(provider, bonded));
        // forge-lint: disable-next-line(unsafe-typecast)
        bondOf[provider].bonded = uint96(bonded);
        emit Bonded(provider, balance - before, bonded);
    }

    /// @notice All who may sign a verdict.
    function jurors() external view returns (address[] memory) {
        return namedJurors;
    }

    /// @notice What stays slashable for a whole unbonding delay from now on: the part of the bond that new work may count
    /// on. What is announced may leave at once when its delay is over, so it secures nothing that comes after.
    function securedBy(address provider) external view returns (uint256) {
        Bond storage bond_ = bondOf[provider];
        return bond_.bonded - bond_.unbonding;
    }

    /// @notice Announces that the caller wants `amount` of its bond back. A new announcement replaces the one before and
    /// starts the delay again; zero takes it back.
    function requestUnbonding(uint96 amount) external {
        Bond storage own = bondOf[msg.sender];
        require(amount <= own.bonded, BondTooSmall(msg.sender, own.bonded, amount));
        own.unbonding = amount;
        // forge-lint: disable-next-line(unsafe-typecast)
        own.withdrawableAt = amount == 0 ? 0 : uint40(block.timestamp) + unbondingDelay;
        emit UnbondingRequested(msg.sender, amount, own.withdrawableAt);
    }

    /// @notice Pays back what the caller announced, or what slashes have left of it.
    function unbond() external nonReentrant returns (uint256 amount) {
        Bond storage own = bondOf[msg.sender];
        require(own.unbonding > 0, NothingUnbonding(msg.sender));
        require(block.timestamp >= own.withdrawableAt, UnbondingTooEarly(msg.sender, own.withdrawableAt));
        amount = own.unbonding;
        own.bonded -= own.unbonding;
        own.unbonding = 0;
        own.withdrawableAt = 0;
        emit Unbonded(msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @notice Takes what a verdict says, or what there is of it, from a provider's bond. The same verdict may come again
    /// for its rest; whatever else is signed about that task takes nothing. Anyone may send it, with the signatures of a
    /// quorum of jurors in ascending order of their addresses.
    function slash(Verdict calldata verdict, address[] calldata signers, bytes[] calldata signatures)
        external
        returns (uint256 amount)
    {
        (address provider, bytes32 task) = (verdict.provider, verdict.task);
        require(verdict.claimedResult != verdict.rightResult, ResultsEqual(task, verdict.rightResult));
        require(
            _canCall(verdict.prover) && _canCall(verdict.requestor), InvalidAward(verdict.prover, verdict.requestor)
        );
        bytes32 digest = hashVerdict(verdict);
        require(slashedBy[provider][task] == 0 || slashedBy[provider][task] == digest, AlreadySlashed(provider, task));
        require(verdict.amount == 0 || takenBy[digest] < verdict.amount, AlreadySlashed(provider, task));
        _requireQuorum(digest, signers, signatures);
        Bond storage bond_ = bondOf[provider];
        amount = Math.min(verdict.amount - takenBy[digest], bond_.bonded);
        require(amount > 0, NothingToSlash(provider));

        slashedBy[provider][task] = digest;
        // forge-lint: disable-next-line(unsafe-typecast)
        bond_.bonded -= uint96(amount); // fits: it is at most `bonded`
        // forge-lint: disable-next-line(unsafe-typecast)
        takenBy[digest] += uint96(amount); // at most what the verdict says
        // What is bonded later does not leave under an announcement made before.
        if (bond_.unbonding > bond_.bonded) bond_.unbonding = bond_.bonded;
        uint256 proverShare = amount * proverSharePpm / PPM;
        awardedTo[verdict.prover] += proverShare;
        awardedTo[verdict.requestor] += amount - proverShare;
        emit Slashed(provider, task, amount, verdict);
    }

    /// @notice Pays the caller what slashes awarded to it.
    function collectAward() external nonReentrant returns (uint256 amount) {
        amount = awardedTo[msg.sender];
        require(amount > 0, NothingAwarded(msg.sender));
        awardedTo[msg.sender] = 0;
        emit AwardCollected(msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @notice The EIP-712 digest that jurors sign.
    function hashVerdict(Verdict calldata verdict) public view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    VERDICT_TYPEHASH,
                    verdict.provider,
                    verdict.task,
                    verdict.claimedResult,
                    verdict.rightResult,
                    verdict.amount,
                    verdict.prover,
                    verdict.requestor,
                    keccak256(bytes(verdict.evidence))
                )
            )
        );
    }

    function _requireQuorum(bytes32 digest, address[] calldata signers, bytes[] calldata signatures) private view {
        require(
            signers.length >= quorum && signers.length == signatures.length, QuorumMissing(signatures.length, quorum)
        );
        for (uint256 i = 0; i < signers.length; ++i) {
            require(isJuror[signers[i]], NotAJuror(signers[i]));
            // Ascending, so that nobody counts twice.
            require(i == 0 || signers[i - 1] < signers[i], JurorsOutOfOrder(signers[i == 0 ? 0 : i - 1], signers[i]));
            require(isSignedBy(signers[i], digest, signatures[i]), VerdictNotSigned(signers[i]));
        }
    }

    /// Whether anybody can ever fetch what is credited to `owner`.
    function _canCall(address owner) private view returns (bool) {
        return owner != address(0) && owner != address(this) && owner != address(token);
    }
}
