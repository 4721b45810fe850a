// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {PayoutRouter} from "./PayoutRouter.sol";

/// @title Deposits that pay for work by signed, cumulative vouchers.
/// @notice A payer deposits once and names the signer (itself or a coordinator) whose vouchers may draw on that money.
/// Each (payer, signer) pair is an account of its own, so one deposit is never promised by two signers. A voucher says
/// what a payee may have drawn in all; a newer one replaces an older one, and the difference is paid when it is claimed.
/// Money leaves in two ways only: to payees by voucher, and back to its payer after the challenge delay.
contract Escrow is EIP712, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;
    using SafeCast for uint256;

    struct Voucher {
        address payer;
        address signer;
        address payee;
        uint256 cumulative;
    }

    /// The balance is `funded - claimed`. Both share one storage slot, so that a claim writes it once.
    struct Account {
        /// Deposited, less what was withdrawn.
        uint128 funded;
        /// Paid out to payees in all.
        uint128 claimed;
        /// Announced to be withdrawn; zero when nothing is.
        uint128 withdrawing;
        /// From this second (Unix time) on it can be withdrawn.
        uint64 withdrawableAt;
    }

    bytes32 public constant VOUCHER_TYPEHASH =
        keccak256("Voucher(address payer,address signer,address payee,uint256 cumulative)");

    IERC20 public immutable token;
    PayoutRouter public immutable router;
    /// Seconds between the announcement of a withdrawal and the withdrawal: the time that payees have to claim.
    uint64 public immutable challengeDelay;

    mapping(address payer => mapping(address signer => Account)) public accountOf;
    mapping(address payer => mapping(address signer => mapping(address payee => uint256))) public claimedBy;

    event Deposited(address indexed payer, address indexed signer, uint256 amount);
    event Claimed(
        address indexed payer, address indexed signer, address indexed payee, uint256 cumulative, uint256 amount
    );
    /// A voucher of a batch that paid nothing; `reason` is the error that `claim` reverts with, ABI-encoded.
    event VoucherSkipped(
        address indexed payer, address indexed signer, address indexed payee, uint256 cumulative, bytes reason
    );
    event WithdrawalRequested(address indexed payer, address indexed signer, uint256 amount, uint64 withdrawableAt);
    event Withdrawn(address indexed payer, address indexed signer, uint256 amount);

    error RouterOfOtherToken(address token, address routerToken);
    error ChallengeDelayTooLong(uint64 challengeDelay);
    error InvalidSigner();
    error NothingDeposited();
    error InvalidPayee(address payee);
    error InvalidSignature(address payer, address signer, address payee, uint256 cumulative);
    error VoucherNotIncreasing(address payer, address signer, address payee, uint256 claimed, uint256 cumulative);
    error BalanceTooSmall(address payer, address signer, uint256 balance, uint256 amount);
    error OutOfGas(uint256 index);
    error BatchLengthMismatch(uint256 vouchers, uint256 signatures);
    error NoWithdrawalRequested(address payer, address signer);
    error WithdrawalTooEarly(address payer, address signer, uint64 withdrawableAt);

    constructor(IERC20 token_, PayoutRouter router_, uint64 challengeDelay_) EIP712("Gristmill Escrow", "1") {
        // A delay without end would lock deposits in.
        require(challengeDelay_ <= 365 days, ChallengeDelayTooLong(challengeDelay_));
        address routerToken = address(router_.token());
        require(routerToken == address(token_), RouterOfOtherToken(address(token_), routerToken));
        token = token_;
        router = router_;
        challengeDelay = challengeDelay_;
        // The router pulls from its caller alone, so this allowance is spent by `claim` and by nothing else.
        token_.forceApprove(address(router_), type(uint256).max);
    }

    /// @notice Adds `amount` of the caller's money to what vouchers of `signer` may draw for it. Credits what arrived,
    /// which is less than `amount` for a token that takes a fee on transfers.
    function deposit(address signer, uint256 amount) external nonReentrant {
        _deposit(signer, amount);
    }

    /// @notice `deposit` with an EIP-2612 permit instead of an approval sent before: one transaction in all.
    function depositWithPermit(address signer, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external
        nonReentrant
    {
        // Anyone who sees the permit may send it first; then the allowance is there already, and what counts is that.
        try IERC20Permit(address(token)).permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {}
        _deposit(signer, amount);
    }

    /// @notice Pays what the voucher promises beyond what its payee has drawn before. Anyone may send it: the money goes
    /// to the payee, by its plan in the router if it has one.
    function claim(Voucher calldata voucher, bytes calldata signature) external nonReentrant returns (uint256 amount) {
        (address payer, address signer, address payee) = (voucher.payer, voucher.signer, voucher.payee);
        uint256 cumulative = voucher.cumulative;
        (address recovered, ECDSA.RecoverError failure,) = ECDSA.tryRecoverCalldata(hashVoucher(voucher), signature);
        require(
            failure == ECDSA.RecoverError.NoError && recovered == signer,
            InvalidSignature(payer, signer, payee, cumulative)
        );
        // Neither can pass money on, so a voucher that names one of them would bury it.
        require(payee != address(this) && payee != address(router), InvalidPayee(payee));
        uint256 claimed = claimedBy[payer][signer][payee];
        require(cumulative > claimed, VoucherNotIncreasing(payer, signer, payee, claimed, cumulative));
        amount = cumulative - claimed;
        Account storage account = accountOf[payer][signer];
        uint256 balance = account.funded - account.claimed;
        require(amount <= balance, BalanceTooSmall(payer, signer, balance, amount));

        claimedBy[payer][signer][payee] = cumulative;
        // forge-lint: disable-next-line(unsafe-typecast)
        account.claimed += uint128(amount); // fits: it is at most the balance
        emit Claimed(payer, signer, payee, cumulative, amount);
        if (router.hasPlan(payee)) {
            router.distribute(payee, amount);
        } else {
            token.safeTransfer(payee, amount);
        }
    }

    /// @notice `claim` for each voucher. One that cannot be paid (stale, badly signed, not covered by its account,
    /// refused by the token) pays nothing, is named in an event, and stops none of the others. Only a refusal without a
    /// reason stops the batch: it cannot be told from a lack of gas.
    function claimMany(Voucher[] calldata vouchers, bytes[] calldata signatures) external returns (uint256 amount) {
        require(vouchers.length == signatures.length, BatchLengthMismatch(vouchers.length, signatures.length));
        for (uint256 i = 0; i < vouchers.length; ++i) {
            Voucher calldata voucher = vouchers[i];
            // A call to itself is what makes each voucher stand or fall alone.
            try this.claim(voucher, signatures[i]) returns (uint256 paid) {
                amount += paid;
            } catch (bytes memory reason) {
                // Running out of gas gives no reason. Skipping that voucher would let a transaction with too little gas
                // succeed without paying, and gas estimation looks for just that transaction.
                require(reason.length > 0, OutOfGas(i));
                emit VoucherSkipped(voucher.payer, voucher.signer, voucher.payee, voucher.cumulative, reason);
            }
        }
    }

    /// @notice Announces that the caller wants `amount` back; until then vouchers go on drawing on all of the balance.
    /// A new announcement replaces the one before and starts the delay again; zero takes it back.
    function requestWithdrawal(address signer, uint128 amount) external {
        Account storage account = accountOf[msg.sender][signer];
        uint256 balance = account.funded - account.claimed;
        require(amount <= balance, BalanceTooSmall(msg.sender, signer, balance, amount));
        account.withdrawing = amount;
        account.withdrawableAt = amount == 0 ? 0 : uint64(block.timestamp) + challengeDelay;
        emit WithdrawalRequested(msg.sender, signer, amount, account.withdrawableAt);
    }

    /// @notice Pays back what the caller announced, or what vouchers have left of it.
    function withdraw(address signer) external nonReentrant returns (uint256 amount) {
        Account storage account = accountOf[msg.sender][signer];
        require(account.withdrawing > 0, NoWithdrawalRequested(msg.sender, signer));
        require(
            block.timestamp >= account.withdrawableAt, WithdrawalTooEarly(msg.sender, signer, account.withdrawableAt)
        );
        amount = Math.min(account.withdrawing, account.funded - account.claimed);
        // forge-lint: disable-next-line(unsafe-typecast)
        account.funded -= uint128(amount); // fits: it is at most `withdrawing`
        account.withdrawing = 0;
        account.withdrawableAt = 0;
        emit Withdrawn(msg.sender, signer, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @notice The EIP-712 digest that `signer` signs.
    function hashVoucher(Voucher calldata voucher) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(VOUCHER_TYPEHASH, voucher)));
    }

    function _deposit(address signer, uint256 amount) private {
        require(signer != address(0), InvalidSigner());
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        uint256 arrived = token.balanceOf(address(this)) - before;
        require(arrived > 0, NothingDeposited());
        accountOf[msg.sender][signer].funded += arrived.toUint128();
        emit Deposited(msg.sender, signer, arrived);
    }
}
