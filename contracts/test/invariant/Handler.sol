// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "../Base.t.sol";
import {Delegations} from "../../src/Delegations.sol";
import {Escrow} from "../../src/Escrow.sol";
import {PayMany} from "../../src/PayMany.sol";
import {Payment, payment} from "../../src/Payment.sol";
import {TestDollar} from "../../src/TestDollar.sol";

/// The people of a small network, doing at random all that they may do, and a book of what they did. Each call is one
/// transaction that succeeds; what must fail is tested elsewhere.
contract Handler {
    Vm private constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    uint256 public constant PAYERS = 2;
    uint256 public constant SIGNERS = 2;
    uint256 public constant PAYEES = 4;
    uint96 public constant DELEGATED = 1e12;
    uint256 private constant DELEGATE_KEY = 0x5000;

    Escrow private immutable escrow;
    PayMany public immutable payMany = new PayMany();
    TestDollar private immutable token;
    bytes32[2] public authorities;
    address[SIGNERS] private signers;
    uint256 private obligations;

    // The book. Accounts are by payer and signer; promises and payments also by payee.
    uint256 public minted;
    mapping(address payer => mapping(address signer => uint256)) public deposited;
    mapping(address payer => mapping(address signer => uint256)) public withdrawn;
    mapping(address payer => mapping(address signer => mapping(address payee => uint256))) public highestSigned;
    /// The least that was free on an account at any time since its withdrawal was announced.
    mapping(address payer => mapping(address signer => uint256)) private leastFree;
    mapping(address signer => uint256) public drawnByDelegate;
    mapping(address payee => uint256) public earned;
    /// What came to a payee by other ways than vouchers.
    mapping(address payee => uint256) public given;
    mapping(address payee => uint256) public setAside;
    mapping(address taxpayer => uint256) public remittedBy;
    mapping(address taxpayer => uint256) public refundedTo;
    mapping(bytes32 authority => uint256) public remittedTo;

    /// Whatever somebody does, each account is looked at afterwards.
    modifier watched() {
        _;
        for (uint256 i = 0; i < PAYERS; ++i) {
            for (uint256 j = 0; j < SIGNERS; ++j) {
                (uint96 funded, uint96 committed,,) = escrow.accountOf(payer(i), signer(j));
                uint256 free = funded - committed;
                if (free < leastFree[payer(i)][signer(j)]) leastFree[payer(i)][signer(j)] = free;
            }
        }
    }

    constructor(Escrow escrow_, bytes32[2] memory authorities_) {
        escrow = escrow_;
        token = TestDollar(address(escrow_.token()));
        authorities = authorities_;
        for (uint256 i = 0; i < SIGNERS; ++i) {
            signers[i] = vm.addr(signerKey(i));
        }
    }

    /// Mostly the same account, so that much happens to it; the others are there to be left alone.
    function oneOfTwo(uint256 i) private pure returns (uint256) {
        return i % 4 == 0 ? 0 : 1;
    }

    function payer(uint256 i) public pure returns (address) {
        return address(uint160(0x1000 + oneOfTwo(i)));
    }

    function signerKey(uint256 i) public pure returns (uint256) {
        return 0x2000 + oneOfTwo(i);
    }

    function signer(uint256 i) public view returns (address) {
        return signers[oneOfTwo(i)];
    }

    function payee(uint256 i) public pure returns (address) {
        return address(uint160(0x3000 + i % PAYEES));
    }

    function walletOf(address payee_) public pure returns (address) {
        return address(uint160(payee_) + 0x1000);
    }

    function deposit(uint256 payerSeed, uint256 signerSeed, uint256 amount) external watched {
        (address from, address to) = (payer(payerSeed), signer(signerSeed));
        amount = earn(from, amount, address(escrow));
        vm.prank(from);
        escrow.deposit(to, amount);
        deposited[from][to] += amount;
    }

    /// Money from outside of the network, and leave for `spender` to fetch it.
    function earn(address who, uint256 amount, address spender) private returns (uint256) {
        amount = amount % 1e12 + 1;
        token.mint(who, amount);
        minted += amount;
        vm.prank(who);
        token.approve(spender, amount);
        return amount;
    }

    /// A payer pays by a payee's plan, past the escrow.
    function distribute(uint256 payerSeed, uint256 payeeSeed, uint256 amount) external {
        (address from, address to) = (payer(payerSeed), payee(payeeSeed));
        if (!escrow.hasPlan(to)) return;
        amount = earn(from, amount, address(escrow));
        vm.prank(from);
        escrow.distribute(to, amount);
        given[to] += amount;
        book(to, amount);
    }

    function payBatch(uint256 payerSeed, uint256 payeeSeed, uint256 amount) external {
        (address from, address to) = (payer(payerSeed), payee(payeeSeed));
        amount = earn(from, amount, address(payMany));
        Payment[] memory payments = new Payment[](2);
        payments[0] = payment(to, amount / 3);
        payments[1] = payment(to, amount - amount / 3);
        vm.prank(from);
        payMany.payMany(token, payments);
        given[to] += amount;
        earned[to] += amount;
    }

    /// Anybody adds to a taxpayer's set-aside.
    function setAsideFor(uint256 payeeSeed, uint256 authoritySeed, uint256 amount) external {
        address to = payee(payeeSeed);
        amount = earn(payer(0), amount, address(escrow));
        vm.prank(payer(0));
        escrow.setAside(to, authorities[authoritySeed % 2], amount);
        given[to] += amount;
        earned[to] += amount;
        setAside[to] += amount;
    }

    function claim(uint256 payerSeed, uint256 signerSeed, uint256 payeeSeed, uint256 amount) external watched {
        Escrow.Voucher memory voucher = nextVoucher(payerSeed, signerSeed, payeeSeed, amount);
        if (!payable_(voucher)) return;
        bytes memory signature = sign(signerSeed, voucher);
        book(voucher.payee, escrow.claim(voucher, signature));
    }

    /// A session key of the signer promises, within its limit.
    function claimDelegated(uint256 payerSeed, uint256 signerSeed, uint256 payeeSeed, uint256 amount) external watched {
        Escrow.Voucher memory voucher = nextVoucher(payerSeed, signerSeed, payeeSeed, amount);
        Delegations.Delegation memory delegation = delegationOf(signerSeed);
        bytes32 digest = escrow.hashDelegation(delegation);
        (uint96 drawn, uint40 revokedAt,) = escrow.grantOf(digest);
        amount = voucher.cumulative - escrow.claimedBy(voucher.payer, voucher.signer, voucher.payee);
        if (!payable_(voucher) || amount > DELEGATED - drawn) return;
        if (revokedAt != 0 && block.timestamp >= revokedAt) return;
        bytes memory grant = signWith(signerKey(signerSeed), digest);
        bytes memory signature = signWith(DELEGATE_KEY, delegatedDigest(voucher, digest));
        promise_(voucher);
        book(voucher.payee, escrow.claimDelegated(voucher, signature, delegation, grant));
        drawnByDelegate[voucher.signer] += amount;
    }

    function revoke(uint256 signerSeed) external {
        if (block.timestamp % 7 != 0) return; // seldom, for it ends what is above
        vm.prank(signer(signerSeed));
        escrow.revoke(delegationOf(signerSeed));
    }

    function delegationOf(uint256 signerSeed) public view returns (Delegations.Delegation memory) {
        address by = signer(signerSeed);
        return Delegations.Delegation(by, vm.addr(DELEGATE_KEY), address(0), address(0), DELEGATED, 2 ** 40 - 1, 0);
    }

    function delegatedDigest(Escrow.Voucher memory voucher, bytes32 delegation) private view returns (bytes32) {
        bytes32 typehash = keccak256(
            "DelegatedVoucher(address payer,address signer,address payee,uint256 cumulative,bytes32 delegation)"
        );
        return digestOf(keccak256(abi.encode(typehash, voucher, delegation)));
    }

    /// The payee itself fetches its money, past its plan.
    function collect(uint256 payerSeed, uint256 signerSeed, uint256 payeeSeed, uint256 amount) external watched {
        Escrow.Voucher memory voucher = nextVoucher(payerSeed, signerSeed, payeeSeed, amount);
        if (!payable_(voucher)) return;
        (bytes32 r, bytes32 vs) = compact(sign(signerSeed, voucher));
        vm.prank(voucher.payee);
        earned[voucher.payee] += escrow.collect(voucher.payer, voucher.signer, voucher.cumulative, r, vs);
    }

    /// Stale, uncovered, repeated and badly signed vouchers are all in it.
    function claimMany(uint256 payerSeed, uint256 signerSeed, uint256 size, uint256 seed) external watched {
        Escrow.CompactVoucher[] memory vouchers = new Escrow.CompactVoucher[](size % 6);
        for (uint256 i = 0; i < vouchers.length; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            Escrow.Voucher memory voucher = nextVoucher(payerSeed, signerSeed, random, random >> 8);
            (bytes32 r, bytes32 vs) = compact(sign(random % 5 == 0 ? signerSeed ^ 1 : signerSeed, voucher));
            vouchers[i] = Escrow.CompactVoucher(payment(voucher.payee, voucher.cumulative), r, vs);
        }
        Escrow.Batch[] memory batches = new Escrow.Batch[](1);
        batches[0] = Escrow.Batch(payer(payerSeed), signer(signerSeed), vouchers);
        uint256[PAYEES] memory before = claimedByEach(payerSeed, signerSeed);
        escrow.claimMany(batches);
        bookBatch(payerSeed, signerSeed, before);
    }

    /// Uncovered and repeated promises are in it.
    function claimStatement(uint256 payerSeed, uint256 signerSeed, uint256 size, uint256 seed) external watched {
        (address from, address by) = (payer(payerSeed), signer(signerSeed));
        Payment[] memory promises = new Payment[](size % 6);
        for (uint256 i = 0; i < promises.length; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            Escrow.Voucher memory voucher = nextVoucher(payerSeed, signerSeed, random, random >> 8);
            promises[i] = payment(voucher.payee, voucher.cumulative);
            promise_(voucher);
        }
        bytes memory signature = signWith(signerKey(signerSeed), escrow.hashStatement(from, by, promises));
        uint256[PAYEES] memory before = claimedByEach(payerSeed, signerSeed);
        escrow.claimStatement(from, by, promises, signature);
        bookBatch(payerSeed, signerSeed, before);
    }

    function reserve(uint256 payerSeed, uint256 signerSeed, uint256 payeeSeed, uint256 amount) external watched {
        (address from, address by, address to) = (payer(payerSeed), signer(signerSeed), payee(payeeSeed));
        (uint96 funded, uint96 committed,,) = escrow.accountOf(from, by);
        (uint96 claimed, uint96 reserved,, uint24 releases) = escrow.channelOf(from, by, to);
        uint256 free = funded - committed;
        if (free == 0) return;
        uint256 cumulative = (claimed > reserved ? claimed : reserved) + amount % free + 1;
        vm.prank(by);
        // forge-lint: disable-next-line(unsafe-typecast)
        escrow.reserve(Escrow.Reservation(from, by, to, uint96(cumulative), releases), "");
    }

    function cancelRelease(uint256 payerSeed, uint256 signerSeed, uint256 payeeSeed) external {
        (address from, address by, address to) = (payer(payerSeed), signer(signerSeed), payee(payeeSeed));
        (,, uint40 releasableAt,) = escrow.channelOf(from, by, to);
        if (releasableAt == 0) return;
        vm.prank(from);
        escrow.cancelRelease(by, to);
    }

    function release(uint256 payerSeed, uint256 signerSeed, uint256 payeeSeed, bool byPayee) external watched {
        (address from, address by, address to) = (payer(payerSeed), signer(signerSeed), payee(payeeSeed));
        (uint96 claimed, uint96 reserved, uint40 releasableAt,) = escrow.channelOf(from, by, to);
        if (reserved <= claimed) return;
        if (byPayee) {
            vm.prank(to);
        } else if (releasableAt == 0) {
            vm.prank(from);
            escrow.requestRelease(by, to);
            return;
        } else if (block.timestamp < releasableAt) {
            vm.warp(releasableAt);
        }
        escrow.release(from, by, to);
    }

    function requestWithdrawal(uint256 payerSeed, uint256 signerSeed, uint256 amount) external {
        (address from, address by) = (payer(payerSeed), signer(signerSeed));
        (uint96 funded, uint96 committed,,) = escrow.accountOf(from, by);
        uint256 free = funded - committed;
        amount = amount % 2 == 0 ? free : amount % (free + 1);
        vm.prank(from);
        // forge-lint: disable-next-line(unsafe-typecast)
        escrow.requestWithdrawal(by, uint96(amount));
        leastFree[from][by] = free;
    }

    function withdraw(uint256 payerSeed, uint256 signerSeed) external {
        (address from, address to) = (payer(payerSeed), signer(signerSeed));
        (,, uint96 withdrawing, uint40 withdrawableAt) = escrow.accountOf(from, to);
        if (withdrawing == 0) return;
        if (block.timestamp < withdrawableAt) vm.warp(withdrawableAt);
        vm.prank(from);
        uint256 amount = escrow.withdraw(to);
        vm.assertLe(amount, leastFree[from][to], "10: what came after the announcement stays");
        withdrawn[from][to] += amount;
    }

    function setPlan(uint256 payeeSeed, uint256 authoritySeed, uint256 ppm) external {
        address who = payee(payeeSeed);
        vm.prank(who);
        // forge-lint: disable-next-line(unsafe-typecast)
        escrow.setPlan(walletOf(who), authorities[authoritySeed % 2], uint32(ppm % 1_000_001));
    }

    function clearPlan(uint256 payeeSeed) external {
        address who = payee(payeeSeed);
        if (!escrow.hasPlan(who)) return;
        vm.prank(who);
        escrow.clearPlan();
    }

    function remit(uint256 payeeSeed, uint256 authoritySeed, uint256 amount) external {
        (address who, bytes32 authority) = (payee(payeeSeed), authorities[authoritySeed % 2]);
        uint256 balance = escrow.setAsideOf(who, authority);
        if (balance == 0) return;
        amount = amount % balance + 1;
        vm.prank(who);
        escrow.remit(authority, amount, bytes32(++obligations));
        remittedBy[who] += amount;
        remittedTo[authority] += amount;
    }

    /// The authority gives back what was too much. Its address is a key's.
    function refund(uint256 payeeSeed, uint256 authoritySeed, uint256 amount) external {
        (address who, bytes32 authority) = (payee(payeeSeed), authorities[authoritySeed % 2]);
        uint256 balance = escrow.setAsideOf(who, authority);
        if (balance == 0) return;
        amount = amount % balance + 1;
        bytes32 filedReturn = bytes32(++obligations);
        bytes memory signature =
            signWith(authorityKey(authoritySeed), refundDigest(who, authority, filedReturn, amount));
        vm.prank(who);
        escrow.refund(authority, amount, filedReturn, signature);
        refundedTo[who] += amount;
    }

    function authorityKey(uint256 i) public pure returns (uint256) {
        return 0x6000 + i % 2;
    }

    function refundDigest(address taxpayer, bytes32 authority, bytes32 filedReturn, uint256 amount)
        private
        view
        returns (bytes32)
    {
        bytes32 typehash = keccak256("Refund(address taxpayer,bytes32 authority,bytes32 filedReturn,uint256 amount)");
        return digestOf(keccak256(abi.encode(typehash, taxpayer, authority, filedReturn, amount)));
    }

    /// Written out from EIP-712 rather than asked of the contract, so that it checks the contract.
    function digestOf(bytes32 structHash) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Gristmill Escrow"),
                keccak256("1"),
                block.chainid,
                address(escrow)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }

    function signWith(uint256 key, bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function nextVoucher(uint256 payerSeed, uint256 signerSeed, uint256 payeeSeed, uint256 amount)
        private
        view
        returns (Escrow.Voucher memory)
    {
        (address from, address by, address to) = (payer(payerSeed), signer(signerSeed), payee(payeeSeed));
        (uint96 funded, uint96 committed,,) = escrow.accountOf(from, by);
        amount = amount % 3 == 0 ? funded - committed : amount % 1e12;
        return Escrow.Voucher(from, by, to, escrow.claimedBy(from, by, to) + amount);
    }

    function payable_(Escrow.Voucher memory voucher) private view returns (bool) {
        (uint96 funded, uint96 committed,,) = escrow.accountOf(voucher.payer, voucher.signer);
        (uint96 claimed, uint96 reserved,,) = escrow.channelOf(voucher.payer, voucher.signer, voucher.payee);
        uint256 secured = claimed > reserved ? claimed : reserved;
        return voucher.cumulative > claimed && voucher.cumulative <= secured + funded - committed;
    }

    function sign(uint256 signerSeed, Escrow.Voucher memory voucher) private returns (bytes memory) {
        if (signer(signerSeed) == voucher.signer) promise_(voucher);
        return signWith(signerKey(signerSeed), escrow.hashVoucher(voucher));
    }

    function promise_(Escrow.Voucher memory voucher) private {
        uint256 highest = highestSigned[voucher.payer][voucher.signer][voucher.payee];
        if (voucher.cumulative > highest) {
            highestSigned[voucher.payer][voucher.signer][voucher.payee] = voucher.cumulative;
        }
    }

    function compact(bytes memory signature) private pure returns (bytes32 r, bytes32 vs) {
        (r, vs) = abi.decode(signature, (bytes32, bytes32));
        vs |= bytes32(uint256(uint8(signature[64]) - 27) << 255);
    }

    function book(address to, uint256 amount) private {
        earned[to] += amount;
        (uint256 part,) = escrow.split(to, amount);
        setAside[to] += part;
    }

    function claimedByEach(uint256 payerSeed, uint256 signerSeed) private view returns (uint256[PAYEES] memory all) {
        for (uint256 i = 0; i < PAYEES; ++i) {
            all[i] = escrow.claimedBy(payer(payerSeed), signer(signerSeed), payee(i));
        }
    }

    /// A payee may be paid by more than one voucher of a batch, each rounded up by itself, so what the vault got is read
    /// back; that it is at least the share of the sum, and less than a unit a voucher above it, is checked here.
    function bookBatch(uint256 payerSeed, uint256 signerSeed, uint256[PAYEES] memory before) private {
        uint256[PAYEES] memory after_ = claimedByEach(payerSeed, signerSeed);
        for (uint256 i = 0; i < PAYEES; ++i) {
            (address to, uint256 amount) = (payee(i), after_[i] - before[i]);
            earned[to] += amount;
            (uint256 atLeast,) = escrow.split(to, amount);
            uint256 arrived = setAsideInAll(to) - setAside[to];
            vm.assertLe(atLeast, arrived, "set aside at least the share");
            vm.assertLe(arrived, atLeast + 5, "at most a unit a voucher above it");
            setAside[to] += arrived;
        }
    }

    /// All that was ever set aside for a taxpayer: what is there, and what was remitted from it.
    function setAsideInAll(address taxpayer) public view returns (uint256) {
        return escrow.setAsideOf(taxpayer, authorities[0]) + escrow.setAsideOf(taxpayer, authorities[1])
            + remittedBy[taxpayer] + refundedTo[taxpayer];
    }
}
