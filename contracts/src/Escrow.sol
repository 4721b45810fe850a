// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC3009} from "@openzeppelin/contracts/interfaces/draft-IERC3009.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Delegations} from "./Delegations.sol";
import {Payment, payment} from "./Payment.sol";
import {PayoutRouter} from "./PayoutRouter.sol";
import {isSignedBy, isSignedByKey} from "./SignedBy.sol";
import {TaxVault} from "./TaxVault.sol";

/// @title Deposits that pay for work by signed, cumulative vouchers.
/// @notice A payer deposits once and names the signer (itself or a coordinator) whose vouchers may draw on that money.
/// Each (payer, signer) pair is an account of its own, so one deposit is never promised by two signers. A voucher says
/// what a payee may have drawn in all; a newer one replaces an older one, and the difference is paid when it is claimed.
/// A signer that may promised too much can reserve money for one payee: nobody else draws on that any more.
/// Money leaves in two ways only: to payees by voucher, and back to its payer after the challenge delay.
contract Escrow is PayoutRouter, Delegations {
    using SafeERC20 for IERC20;

    struct Voucher {
        address payer;
        address signer;
        address payee;
        uint256 cumulative;
    }

    /// `cumulative` of what `payer` deposited is kept for `payee` alone, what the payee has drawn before included.
    struct Reservation {
        address payer;
        address signer;
        address payee;
        uint96 cumulative;
        /// `Channel.releases` of its channel: a reservation that was released does not come back.
        uint24 releases;
    }

    /// A voucher of a batch: one signer's, in EIP-2098's compact form.
    struct CompactVoucher {
        /// The payee, and what it may have drawn in all.
        Payment promised;
        bytes32 r;
        bytes32 vs;
    }

    /// Vouchers on one account.
    struct Batch {
        address payer;
        address signer;
        CompactVoucher[] vouchers;
    }

    /// What nobody has a claim on is `funded - committed`. Both share one storage slot: a claim writes it once.
    struct Account {
        /// Deposited, less what was withdrawn.
        uint96 funded;
        /// For each payee, what it has drawn or what is reserved for it, whichever is more; summed up.
        uint96 committed;
        /// Announced to be withdrawn; zero when nothing is. Vouchers may have drawn on it since.
        uint96 withdrawing;
        /// From this second (Unix time) on it can be withdrawn.
        uint40 withdrawableAt;
    }

    /// One payee on one account, in one slot: a claim of reserved money writes nothing else.
    struct Channel {
        uint96 claimed;
        /// Kept for this payee, what it has claimed included; zero when nothing was ever reserved.
        uint96 reserved;
        /// From this second on the payer may end the reservation; zero when it did not announce that.
        uint40 releasableAt;
        uint24 releases;
    }

    bytes32 private constant VOUCHER_TYPEHASH =
        keccak256("Voucher(address payer,address signer,address payee,uint256 cumulative)");
    bytes32 private constant DELEGATED_VOUCHER_TYPEHASH =
        keccak256("DelegatedVoucher(address payer,address signer,address payee,uint256 cumulative,bytes32 delegation)");
    bytes32 private constant RESERVATION_TYPEHASH =
        keccak256("Reservation(address payer,address signer,address payee,uint96 cumulative,uint24 releases)");
    bytes32 private constant STATEMENT_TYPEHASH =
        keccak256("Statement(address payer,address signer,bytes32[] promises)");

    /// Seconds between the announcement of a withdrawal and the withdrawal: the time that payees have to claim.
    uint40 public immutable challengeDelay;

    mapping(address payer => mapping(address signer => Account)) public accountOf;
    mapping(address payer => mapping(address signer => mapping(address payee => Channel))) public channelOf;

    event Deposited(address indexed payer, address indexed signer, uint256 amount);
    event Claimed(address indexed payer, address indexed signer, Payment payment);
    /// What a batch paid on one account in all. To whom, `Payout` and the token's own events say, right before this one.
    event ClaimedMany(address indexed payer, address indexed signer, uint256 amount);
    /// A voucher of a batch that paid nothing; `reason` is the error that `claim` reverts with, ABI-encoded.
    event VoucherSkipped(
        address indexed payer, address indexed signer, address indexed payee, uint256 cumulative, bytes reason
    );
    event Reserved(address indexed payer, address indexed signer, address indexed payee, uint256 cumulative);
    event ReleaseRequested(address indexed payer, address indexed signer, address indexed payee, uint40 releasableAt);
    event Released(address indexed payer, address indexed signer, address indexed payee, uint256 amount);
    event WithdrawalRequested(address indexed payer, address indexed signer, uint256 amount, uint40 withdrawableAt);
    event Withdrawn(address indexed payer, address indexed signer, uint256 amount);

    error ChallengeDelayOutOfRange(uint40 challengeDelay);
    error InvalidSigner();
    error AccountFull(address payer, address signer, uint256 funded);
    error InvalidPayee(address payee);
    error InvalidSignature(address payer, address signer, address payee, uint256 cumulative);
    error StatementNotSigned(address payer, address signer);
    error VoucherNotIncreasing(address payer, address signer, address payee, uint256 claimed, uint256 cumulative);
    error BalanceTooSmall(address payer, address signer, uint256 balance, uint256 amount);
    error OutOfGas(address payee);
    error NotTheEscrow(address caller);
    error ReservationNotIncreasing(address payer, address signer, address payee, uint256 reserved, uint256 cumulative);
    error ReservationReleased(address payer, address signer, address payee, uint24 releases);
    error NothingReserved(address payer, address signer, address payee);
    error NoReleaseRequested(address payer, address signer, address payee);
    error ReleaseTooEarly(address payer, address signer, address payee, uint40 releasableAt);
    error NoWithdrawalRequested(address payer, address signer);
    error WithdrawalTooEarly(address payer, address signer, uint40 withdrawableAt);

    constructor(IERC20 token_, address registrar_, uint40 challengeDelay_)
        EIP712("Gristmill Escrow", "1")
        TaxVault(token_, registrar_)
    {
        // Without a delay a payer could withdraw before its payees claim; one without end would lock deposits in.
        require(challengeDelay_ > 0 && challengeDelay_ <= 365 days, ChallengeDelayOutOfRange(challengeDelay_));
        challengeDelay = challengeDelay_;
    }

    // Deposits

    /// @notice Adds `amount` of the caller's money to what vouchers of `signer` may draw for it. Credits what arrived,
    /// which is less than `amount` for a token that takes a fee on transfers.
    function deposit(address signer, uint256 amount) external nonReentrant {
        _credit(msg.sender, signer, _pull(amount));
    }

    /// @notice `deposit` with an EIP-2612 permit instead of an approval sent before: one transaction in all.
    function depositWithPermit(address signer, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external
        nonReentrant
    {
        // Anyone who sees the permit may send it first; then the allowance is there already, and what counts is that.
        try IERC20Permit(address(token)).permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {}
        _credit(msg.sender, signer, _pull(amount));
    }

    /// @notice Deposits what `payer` authorised by EIP-3009, whoever sends it: the payer needs no coin for gas. The
    /// authorisation's nonce is `keccak256(abi.encode(signer, salt))`, so that it is good for this signer only.
    function depositWithAuthorization(
        address payer,
        address signer,
        uint256 amount,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 salt,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external nonReentrant {
        bytes32 nonce = keccak256(abi.encode(signer, salt));
        uint256 before = token.balanceOf(address(this));
        IERC3009(address(token))
            .receiveWithAuthorization(payer, address(this), amount, validAfter, validBefore, nonce, v, r, s);
        _credit(payer, signer, _arrivedSince(before));
    }

    // Claims

    /// @notice Pays what the voucher promises beyond what its payee has drawn before. Anyone may send it: the money goes
    /// to the payee, by its plan if it has one.
    function claim(Voucher calldata voucher, bytes calldata signature) external nonReentrant returns (uint256 amount) {
        _requireSigned(voucher, signature);
        amount = _draw(voucher.payer, voucher.signer, voucher.payee, voucher.cumulative);
        emit Claimed(voucher.payer, voucher.signer, payment(voucher.payee, amount));
        _payOut(voucher.payee, amount);
    }

    /// @notice `claim` by the payee itself, to its own address whatever its plan is, with the signature of a key in
    /// EIP-2098's compact form: the cheapest claim there is.
    /// @dev It does not shut others out, as `nonReentrant` would: all is booked before it calls the token, once. It may
    /// not run inside of them either, which is what this modifier sees to.
    function collect(address payer, address signer, uint256 cumulative, bytes32 r, bytes32 vs)
        external
        nonReentrantView
        returns (uint256 amount)
    {
        require(
            isSignedByKey(signer, _hashVoucher(_domainSeparatorV4(), payer, signer, msg.sender, cumulative), r, vs),
            InvalidSignature(payer, signer, msg.sender, cumulative)
        );
        amount = _draw(payer, signer, msg.sender, cumulative);
        emit Claimed(payer, signer, payment(msg.sender, amount));
        token.safeTransfer(msg.sender, amount);
    }

    /// @notice `claim` with a voucher that a session key of its signer signed for this very delegation: an EIP-712
    /// `DelegatedVoucher`, which ends with the delegation's own digest.
    function claimDelegated(
        Voucher calldata voucher,
        bytes calldata signature,
        Delegation calldata delegation,
        bytes calldata delegationSignature
    ) external nonReentrant returns (uint256 amount) {
        require(
            delegation.signer == voucher.signer, DelegationOutOfScope(delegation.delegate, voucher.payer, voucher.payee)
        );
        bytes32 digest =
            _hashTypedDataV4(keccak256(abi.encode(DELEGATED_VOUCHER_TYPEHASH, voucher, hashDelegation(delegation))));
        require(
            isSignedBy(delegation.delegate, digest, signature),
            InvalidSignature(voucher.payer, voucher.signer, voucher.payee, voucher.cumulative)
        );
        amount = _draw(voucher.payer, voucher.signer, voucher.payee, voucher.cumulative);
        _drawDelegated(delegation, delegationSignature, voucher.payer, voucher.payee, amount);
        emit Claimed(voucher.payer, voucher.signer, payment(voucher.payee, amount));
        _payOut(voucher.payee, amount);
    }

    /// @notice `claim` for many vouchers of keys. One that cannot be paid (stale, badly signed, not covered by its
    /// account, refused by the token) pays nothing, is named in an event, and stops none of the others. Only one that uses
    /// up the gas stops the batch: that may be for lack of gas.
    function claimMany(Batch[] calldata batches) external nonReentrant returns (uint256 amount) {
        for (uint256 i = 0; i < batches.length; ++i) {
            amount += _claimBatch(batches[i]);
        }
    }

    /// @notice `claim` for all payees of a statement: cumulative promises under one signature. It goes by the rules of
    /// `claimMany`, and costs less: one signature is checked in place of many.
    function claimStatement(address payer, address signer, Payment[] calldata promises, bytes calldata signature)
        external
        nonReentrant
        returns (uint256 amount)
    {
        bytes32 digest = hashStatement(payer, signer, promises);
        require(isSignedBy(signer, digest, signature), StatementNotSigned(payer, signer));
        Account storage account = accountOf[payer][signer];
        mapping(address payee => Channel) storage channels = channelOf[payer][signer];
        for (uint256 i = 0; i < promises.length; ++i) {
            (address payee, uint256 cumulative) = (promises[i].payeeOf(), promises[i].amountOf());
            amount += _tryClaim(payer, signer, payee, cumulative, account, channels[payee]);
        }
        emit ClaimedMany(payer, signer, amount);
    }

    /// @notice What makes each voucher of a batch stand or fall alone: the escrow calls itself, and nobody else may.
    function drawAndPay(address payer, address signer, address payee, uint256 cumulative)
        external
        returns (uint256 amount)
    {
        require(msg.sender == address(this), NotTheEscrow(msg.sender));
        amount = _draw(payer, signer, payee, cumulative);
        _payOut(payee, amount);
    }

    // Reservations

    /// @notice Keeps money for one payee: from here on its vouchers up to `cumulative` are paid whatever else the signer
    /// promises. Anyone may send the signer's word; the signer itself needs no signature.
    function reserve(Reservation calldata reservation, bytes calldata signature) external nonReentrant {
        (address payer, address signer, address payee) = (reservation.payer, reservation.signer, reservation.payee);
        uint96 cumulative = reservation.cumulative;
        require(
            msg.sender == signer || isSignedBy(signer, hashReservation(reservation), signature),
            InvalidSignature(payer, signer, payee, cumulative)
        );
        // Nobody could ever draw it, and no release by the payee would give it back.
        require(_canReceive(payee), InvalidPayee(payee));
        Channel storage channel = channelOf[payer][signer][payee];
        require(
            reservation.releases == channel.releases, ReservationReleased(payer, signer, payee, reservation.releases)
        );
        (uint96 claimed, uint96 reserved) = (channel.claimed, channel.reserved);
        uint96 secured = claimed > reserved ? claimed : reserved;
        require(cumulative > secured, ReservationNotIncreasing(payer, signer, payee, secured, cumulative));
        uint96 more = cumulative - secured;
        Account storage account = accountOf[payer][signer];
        uint96 free = account.funded - account.committed;
        require(more <= free, BalanceTooSmall(payer, signer, free, more));
        account.committed += more;
        channel.reserved = cumulative;
        channel.releasableAt = 0;
        emit Reserved(payer, signer, payee, cumulative);
    }

    /// @notice Announces that the caller, a payer, wants what it reserved for `payee` and was not claimed; until then the
    /// payee's vouchers go on drawing on it.
    function requestRelease(address signer, address payee) external {
        Channel storage channel = channelOf[msg.sender][signer][payee];
        require(channel.reserved > channel.claimed, NothingReserved(msg.sender, signer, payee));
        channel.releasableAt = _afterChallenge();
        emit ReleaseRequested(msg.sender, signer, payee, channel.releasableAt);
    }

    /// @notice Takes a requested release back: the reservation stays as it was.
    function cancelRelease(address signer, address payee) external {
        Channel storage channel = channelOf[msg.sender][signer][payee];
        require(channel.releasableAt != 0, NoReleaseRequested(msg.sender, signer, payee));
        channel.releasableAt = 0;
        emit ReleaseRequested(msg.sender, signer, payee, 0);
    }

    /// @notice Gives what is reserved and unclaimed back to the account: for its payee at any time, for everybody else
    /// once the challenge delay after the payer's announcement is over.
    function release(address payer, address signer, address payee) external nonReentrant returns (uint256 amount) {
        Channel storage channel = channelOf[payer][signer][payee];
        (uint96 claimed, uint96 reserved, uint40 releasableAt) =
            (channel.claimed, channel.reserved, channel.releasableAt);
        require(reserved > claimed, NothingReserved(payer, signer, payee));
        require(
            msg.sender == payee || (releasableAt != 0 && block.timestamp >= releasableAt),
            ReleaseTooEarly(payer, signer, payee, releasableAt)
        );
        amount = reserved - claimed;
        _boundWithdrawal(payer, signer);
        // forge-lint: disable-next-line(unsafe-typecast)
        accountOf[payer][signer].committed -= uint96(amount); // fits: it is a difference of two of them
        channel.reserved = 0;
        channel.releasableAt = 0;
        channel.releases += 1;
        emit Released(payer, signer, payee, amount);
    }

    /// @notice Ends a session key of the caller. What it has promised can still be claimed for the challenge delay.
    function revoke(Delegation calldata delegation) external {
        _revoke(delegation, _afterChallenge());
    }

    // Withdrawals

    /// @notice Announces that the caller wants `amount` back; until then vouchers go on drawing on all of the balance.
    /// A new announcement replaces the one before and starts the delay again; zero takes it back. What is deposited or
    /// released later stays: it needs an announcement of its own.
    function requestWithdrawal(address signer, uint96 amount) external {
        Account storage account = accountOf[msg.sender][signer];
        uint256 free = account.funded - account.committed;
        require(amount <= free, BalanceTooSmall(msg.sender, signer, free, amount));
        account.withdrawing = amount;
        account.withdrawableAt = amount == 0 ? 0 : _afterChallenge();
        emit WithdrawalRequested(msg.sender, signer, amount, account.withdrawableAt);
    }

    /// @notice Pays back what the caller announced, or what vouchers and reservations have left of it.
    function withdraw(address signer) external nonReentrant returns (uint256 amount) {
        Account storage account = accountOf[msg.sender][signer];
        require(account.withdrawing > 0, NoWithdrawalRequested(msg.sender, signer));
        require(
            block.timestamp >= account.withdrawableAt, WithdrawalTooEarly(msg.sender, signer, account.withdrawableAt)
        );
        amount = Math.min(account.withdrawing, account.funded - account.committed);
        // forge-lint: disable-next-line(unsafe-typecast)
        account.funded -= uint96(amount); // fits: it is at most `withdrawing`
        account.withdrawing = 0;
        account.withdrawableAt = 0;
        emit Withdrawn(msg.sender, signer, amount);
        token.safeTransfer(msg.sender, amount);
    }

    // Views

    /// @notice What vouchers have drawn for `payee` on one account so far.
    function claimedBy(address payer, address signer, address payee) external view returns (uint256) {
        return channelOf[payer][signer][payee].claimed;
    }

    /// @notice The EIP-712 digest that `signer` signs.
    function hashVoucher(Voucher calldata voucher) external view returns (bytes32) {
        return _hashVoucher(_domainSeparatorV4(), voucher.payer, voucher.signer, voucher.payee, voucher.cumulative);
    }

    /// @notice The EIP-712 digest of a reservation.
    function hashReservation(Reservation calldata reservation) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(RESERVATION_TYPEHASH, reservation)));
    }

    /// @notice The EIP-712 digest of a statement.
    function hashStatement(address payer, address signer, Payment[] calldata promises) public view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(abi.encode(STATEMENT_TYPEHASH, payer, signer, keccak256(abi.encodePacked(promises))))
        );
    }

    // Inside

    function _hashVoucher(bytes32 domain, address payer, address signer, address payee, uint256 cumulative)
        private
        pure
        returns (bytes32)
    {
        bytes32 typehash = VOUCHER_TYPEHASH;
        bytes32 structHash;
        // keccak256(abi.encode(typehash, payer, signer, payee, cumulative)), without keeping the memory: a batch hashes
        // a hundred of them.
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, typehash)
            mstore(add(free, 0x20), payer)
            mstore(add(free, 0x40), signer)
            mstore(add(free, 0x60), payee)
            mstore(add(free, 0x80), cumulative)
            structHash := keccak256(free, 0xa0)
        }
        return MessageHashUtils.toTypedDataHash(domain, structHash);
    }

    function _requireSigned(Voucher calldata voucher, bytes calldata signature) private view {
        (address payer, address signer, address payee) = (voucher.payer, voucher.signer, voucher.payee);
        uint256 cumulative = voucher.cumulative;
        require(
            isSignedBy(signer, _hashVoucher(_domainSeparatorV4(), payer, signer, payee, cumulative), signature),
            InvalidSignature(payer, signer, payee, cumulative)
        );
    }

    function _credit(address payer, address signer, uint256 arrived) private {
        require(signer != address(0), InvalidSigner());
        Account storage account = accountOf[payer][signer];
        uint256 funded = account.funded + arrived;
        require(funded <= type(uint96).max, AccountFull(payer, signer, funded));
        _boundWithdrawal(payer, signer);
        // forge-lint: disable-next-line(unsafe-typecast)
        account.funded = uint96(funded);
        emit Deposited(payer, signer, arrived);
    }

    /// More is about to be free for promises. It must stay for a whole challenge delay, so what was announced to be
    /// withdrawn before is at most what is free before.
    function _boundWithdrawal(address payer, address signer) private {
        Account storage account = accountOf[payer][signer];
        uint96 free = account.funded - account.committed;
        if (account.withdrawing <= free) return;
        account.withdrawing = free;
        if (free == 0) account.withdrawableAt = 0;
        emit WithdrawalRequested(payer, signer, free, account.withdrawableAt);
    }

    /// Books what a voucher draws beyond what its payee has drawn before, or reverts with the reason.
    function _draw(address payer, address signer, address payee, uint256 cumulative) private returns (uint256 amount) {
        Account storage account = accountOf[payer][signer];
        Channel storage channel = channelOf[payer][signer][payee];
        (amount,) = _tryDraw(account, channel, payee, cumulative);
        if (amount > 0) return amount;
        // A voucher that names the escrow or the token would bury the money.
        require(_canReceive(payee), InvalidPayee(payee));
        uint256 claimed = channel.claimed;
        require(cumulative > claimed, VoucherNotIncreasing(payer, signer, payee, claimed, cumulative));
        uint256 free = account.funded - account.committed;
        revert BalanceTooSmall(payer, signer, free, cumulative - Math.max(claimed, channel.reserved));
    }

    /// Books a promise that can be paid in full: `committed` of `amount` comes out of what nobody had a claim on, the
    /// rest was reserved. Zero when it cannot.
    function _tryDraw(Account storage account, Channel storage channel, address payee, uint256 cumulative)
        private
        returns (uint256 amount, uint256 committed)
    {
        // Each of the two structs' first slots is read and written once, which Solidity does not do by itself.
        uint256 slot = _load(channel);
        (uint256 claimed, uint256 reserved) = (uint96(slot), uint96(slot >> 96));
        if (cumulative <= claimed || !_canReceive(payee)) return (0, 0);
        unchecked {
            amount = cumulative - claimed;
            uint256 secured = Math.max(claimed, reserved);
            if (cumulative > secured) {
                committed = cumulative - secured;
                uint256 balances = _load(account);
                (uint256 funded, uint256 committedBefore) = (uint96(balances), uint96(balances >> 96));
                if (committed > funded - committedBefore) return (0, 0);
                // No carry into the bits above: what is committed is at most what is funded.
                _store(account, balances + (committed << 96));
            }
            // Nor here: the cumulative of one payee is a part of what is committed.
            _store(channel, slot + amount);
        }
    }

    function _load(Channel storage channel) private view returns (uint256 slot) {
        assembly ("memory-safe") {
            slot := sload(channel.slot)
        }
    }

    function _store(Channel storage channel, uint256 slot) private {
        assembly ("memory-safe") {
            sstore(channel.slot, slot)
        }
    }

    function _load(Account storage account) private view returns (uint256 slot) {
        assembly ("memory-safe") {
            slot := sload(account.slot)
        }
    }

    function _store(Account storage account, uint256 slot) private {
        assembly ("memory-safe") {
            sstore(account.slot, slot)
        }
    }

    function _claimBatch(Batch calldata batch) private returns (uint256 amount) {
        (address payer, address signer) = (batch.payer, batch.signer);
        CompactVoucher[] calldata vouchers = batch.vouchers;
        Account storage account = accountOf[payer][signer];
        mapping(address payee => Channel) storage channels = channelOf[payer][signer];
        bytes32 domain = _domainSeparatorV4();
        for (uint256 i = 0; i < vouchers.length; ++i) {
            CompactVoucher calldata voucher = vouchers[i];
            (address payee, uint256 cumulative) = (voucher.promised.payeeOf(), voucher.promised.amountOf());
            bytes32 digest = _hashVoucher(domain, payer, signer, payee, cumulative);
            if (isSignedByKey(signer, digest, voucher.r, voucher.vs)) {
                amount += _tryClaim(payer, signer, payee, cumulative, account, channels[payee]);
            } else {
                bytes memory reason =
                    abi.encodeWithSelector(InvalidSignature.selector, payer, signer, payee, cumulative);
                emit VoucherSkipped(payer, signer, payee, cumulative, reason);
            }
        }
        emit ClaimedMany(payer, signer, amount);
    }

    /// Pays a signed promise, or says in an event why not.
    function _tryClaim(
        address payer,
        address signer,
        address payee,
        uint256 cumulative,
        Account storage account,
        Channel storage channel
    ) private returns (uint256) {
        if (!hasPlan(payee)) {
            (uint256 amount, uint256 committed) = _tryDraw(account, channel, payee, cumulative);
            if (amount > 0) {
                if (token.trySafeTransfer(payee, amount)) return amount;
                // The token refused. Book it back, and let the way below find the reason.
                // forge-lint: disable-next-line(unsafe-typecast)
                account.committed -= uint96(committed);
                // forge-lint: disable-next-line(unsafe-typecast)
                channel.claimed -= uint96(amount);
            }
        }
        uint256 gasBefore = gasleft();
        // A call to itself is what makes a voucher of many steps stand or fall alone.
        try this.drawAndPay(payer, signer, payee, cumulative) returns (uint256 paid) {
            return paid;
        } catch (bytes memory reason) {
            // A voucher that failed for lack of gas is not skipped: a transaction that pays nothing would pass for a good
            // one, and gas estimation looks for just that. A call leaves its caller 1/64 of the gas (EIP-150), so what ran
            // out, up to eight calls deep, leaves less than an eighth.
            require(gasleft() > gasBefore / 8, OutOfGas(payee));
            emit VoucherSkipped(payer, signer, payee, cumulative, reason);
            return 0;
        }
    }

    function _afterChallenge() private view returns (uint40) {
        // forge-lint: disable-next-line(unsafe-typecast)
        return uint40(block.timestamp) + challengeDelay; // fits for 34,000 years
    }
}
