// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "../Base.t.sol";
import {Escrow} from "../../src/Escrow.sol";
import {Payment, payment} from "../../src/Payment.sol";
import {TestDollar} from "../../src/TestDollar.sol";

/// The people of a small network, doing at random all that they may do, and a book of what they did. Each call is one
/// transaction that succeeds; what must fail is tested elsewhere.
contract Handler {
    Vm private constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    uint256 public constant PAYERS = 3;
    uint256 public constant SIGNERS = 2;
    uint256 public constant PAYEES = 4;

    Escrow private immutable escrow;
    TestDollar private immutable token;
    bytes32[2] public authorities;
    address[SIGNERS] private signers;
    uint256 private obligations;

    // The book. Accounts are by payer and signer; promises and payments also by payee.
    uint256 public minted;
    mapping(address payer => mapping(address signer => uint256)) public deposited;
    mapping(address payer => mapping(address signer => uint256)) public withdrawn;
    mapping(address payer => mapping(address signer => mapping(address payee => uint256))) public highestSigned;
    mapping(address payee => uint256) public earned;
    mapping(address payee => uint256) public setAside;
    mapping(address taxpayer => uint256) public remittedBy;
    mapping(bytes32 authority => uint256) public remittedTo;

    constructor(Escrow escrow_, bytes32[2] memory authorities_) {
        escrow = escrow_;
        token = TestDollar(address(escrow_.token()));
        authorities = authorities_;
        for (uint256 i = 0; i < SIGNERS; ++i) {
            signers[i] = vm.addr(signerKey(i));
        }
    }

    function payer(uint256 i) public pure returns (address) {
        return address(uint160(0x1000 + i % PAYERS));
    }

    function signerKey(uint256 i) public pure returns (uint256) {
        return 0x2000 + i % SIGNERS;
    }

    function signer(uint256 i) public view returns (address) {
        return signers[i % SIGNERS];
    }

    function payee(uint256 i) public pure returns (address) {
        return address(uint160(0x3000 + i % PAYEES));
    }

    function walletOf(address payee_) public pure returns (address) {
        return address(uint160(payee_) + 0x1000);
    }

    function deposit(uint256 payerSeed, uint256 signerSeed, uint256 amount) external {
        (address from, address to) = (payer(payerSeed), signer(signerSeed));
        amount = amount % 1e12 + 1;
        token.mint(from, amount);
        minted += amount;
        vm.startPrank(from);
        token.approve(address(escrow), amount);
        escrow.deposit(to, amount);
        vm.stopPrank();
        deposited[from][to] += amount;
    }

    function claim(uint256 payerSeed, uint256 signerSeed, uint256 payeeSeed, uint256 amount) external {
        Escrow.Voucher memory voucher = nextVoucher(payerSeed, signerSeed, payeeSeed, amount);
        if (!payable_(voucher)) return;
        bytes memory signature = sign(signerSeed, voucher);
        book(voucher.payee, escrow.claim(voucher, signature));
    }

    /// The payee itself fetches its money, past its plan.
    function collect(uint256 payerSeed, uint256 signerSeed, uint256 payeeSeed, uint256 amount) external {
        Escrow.Voucher memory voucher = nextVoucher(payerSeed, signerSeed, payeeSeed, amount);
        if (!payable_(voucher)) return;
        (bytes32 r, bytes32 vs) = compact(sign(signerSeed, voucher));
        vm.prank(voucher.payee);
        earned[voucher.payee] += escrow.collect(voucher.payer, voucher.signer, voucher.cumulative, r, vs);
    }

    /// Stale, uncovered, repeated and badly signed vouchers are all in it.
    function claimMany(uint256 payerSeed, uint256 signerSeed, uint256 size, uint256 seed) external {
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
    function claimStatement(uint256 payerSeed, uint256 signerSeed, uint256 size, uint256 seed) external {
        (address from, address by) = (payer(payerSeed), signer(signerSeed));
        Payment[] memory promises = new Payment[](size % 6);
        for (uint256 i = 0; i < promises.length; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            Escrow.Voucher memory voucher = nextVoucher(payerSeed, signerSeed, random, random >> 8);
            promises[i] = payment(voucher.payee, voucher.cumulative);
            promise_(voucher);
        }
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(signerKey(signerSeed), escrow.hashStatement(from, by, promises));
        uint256[PAYEES] memory before = claimedByEach(payerSeed, signerSeed);
        escrow.claimStatement(from, by, promises, abi.encodePacked(r, s, v));
        bookBatch(payerSeed, signerSeed, before);
    }

    function reserve(uint256 payerSeed, uint256 signerSeed, uint256 payeeSeed, uint256 amount) external {
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

    function release(uint256 payerSeed, uint256 signerSeed, uint256 payeeSeed, bool byPayee) external {
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
        (uint96 funded, uint96 committed,,) = escrow.accountOf(payer(payerSeed), signer(signerSeed));
        vm.prank(payer(payerSeed));
        // forge-lint: disable-next-line(unsafe-typecast)
        escrow.requestWithdrawal(signer(signerSeed), uint96(amount % (uint256(funded - committed) + 1)));
    }

    function withdraw(uint256 payerSeed, uint256 signerSeed) external {
        (address from, address to) = (payer(payerSeed), signer(signerSeed));
        (,, uint96 withdrawing, uint40 withdrawableAt) = escrow.accountOf(from, to);
        if (withdrawing == 0) return;
        if (block.timestamp < withdrawableAt) vm.warp(withdrawableAt);
        vm.prank(from);
        withdrawn[from][to] += escrow.withdraw(to);
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

    function nextVoucher(uint256 payerSeed, uint256 signerSeed, uint256 payeeSeed, uint256 amount)
        private
        view
        returns (Escrow.Voucher memory)
    {
        (address from, address by, address to) = (payer(payerSeed), signer(signerSeed), payee(payeeSeed));
        return Escrow.Voucher(from, by, to, escrow.claimedBy(from, by, to) + amount % 1e12);
    }

    function payable_(Escrow.Voucher memory voucher) private view returns (bool) {
        (uint96 funded, uint96 committed,,) = escrow.accountOf(voucher.payer, voucher.signer);
        (uint96 claimed, uint96 reserved,,) = escrow.channelOf(voucher.payer, voucher.signer, voucher.payee);
        uint256 secured = claimed > reserved ? claimed : reserved;
        return voucher.cumulative > claimed && voucher.cumulative <= secured + funded - committed;
    }

    function sign(uint256 signerSeed, Escrow.Voucher memory voucher) private returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(signerKey(signerSeed), escrow.hashVoucher(voucher));
        if (signer(signerSeed) == voucher.signer) promise_(voucher);
        return abi.encodePacked(r, s, v);
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
            + remittedBy[taxpayer];
    }
}
