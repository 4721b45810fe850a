// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "../Base.t.sol";
import {Escrow} from "../../src/Escrow.sol";
import {PayoutRouter} from "../../src/PayoutRouter.sol";
import {TaxVault} from "../../src/TaxVault.sol";
import {TestDollar} from "../../src/TestDollar.sol";

/// The people of a small network, doing at random all that they may do, and a book of what they did. Each call is one
/// transaction that succeeds; what must fail is tested elsewhere.
contract Handler {
    Vm private constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    uint256 public constant PAYERS = 3;
    uint256 public constant SIGNERS = 2;
    uint256 public constant PAYEES = 4;

    Escrow private immutable escrow;
    PayoutRouter private immutable router;
    TaxVault private immutable vault;
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
        router = escrow_.router();
        vault = router.vault();
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
        uint256 claimed = escrow.claimedBy(voucher.payer, voucher.signer, voucher.payee);
        (uint128 funded, uint128 claimedInAll,,) = escrow.accountOf(voucher.payer, voucher.signer);
        if (voucher.cumulative == claimed || voucher.cumulative - claimed > funded - claimedInAll) return;
        bytes memory signature = sign(signerSeed, voucher);
        book(voucher.payee, escrow.claim(voucher, signature));
    }

    /// Stale, uncovered, repeated and badly signed vouchers are all in it.
    function claimMany(uint256 payerSeed, uint256 signerSeed, uint256 size, uint256 seed) external {
        size = size % 6;
        Escrow.Voucher[] memory vouchers = new Escrow.Voucher[](size);
        bytes[] memory signatures = new bytes[](size);
        uint256[PAYEES] memory before;
        for (uint256 i = 0; i < PAYEES; ++i) {
            before[i] = escrow.claimedBy(payer(payerSeed), signer(signerSeed), payee(i));
        }
        for (uint256 i = 0; i < size; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            vouchers[i] = nextVoucher(payerSeed, signerSeed, random, random >> 8);
            signatures[i] = sign(random % 5 == 0 ? signerSeed ^ 1 : signerSeed, vouchers[i]);
        }
        escrow.claimMany(vouchers, signatures);
        for (uint256 i = 0; i < PAYEES; ++i) {
            uint256 claimed = escrow.claimedBy(payer(payerSeed), signer(signerSeed), payee(i));
            if (claimed > before[i]) bookBatch(payee(i), claimed - before[i]);
        }
    }

    function requestWithdrawal(uint256 payerSeed, uint256 signerSeed, uint256 amount) external {
        (uint128 funded, uint128 claimed,,) = escrow.accountOf(payer(payerSeed), signer(signerSeed));
        vm.prank(payer(payerSeed));
        // forge-lint: disable-next-line(unsafe-typecast)
        escrow.requestWithdrawal(signer(signerSeed), uint128(amount % (uint256(funded - claimed) + 1)));
    }

    function withdraw(uint256 payerSeed, uint256 signerSeed) external {
        (address from, address to) = (payer(payerSeed), signer(signerSeed));
        (,, uint128 withdrawing, uint64 withdrawableAt) = escrow.accountOf(from, to);
        if (withdrawing == 0) return;
        if (block.timestamp < withdrawableAt) vm.warp(withdrawableAt);
        vm.prank(from);
        withdrawn[from][to] += escrow.withdraw(to);
    }

    function setPlan(uint256 payeeSeed, uint256 authoritySeed, uint256 ppm) external {
        address who = payee(payeeSeed);
        vm.prank(who);
        // forge-lint: disable-next-line(unsafe-typecast)
        router.setPlan(walletOf(who), authorities[authoritySeed % 2], uint32(ppm % 1_000_001));
    }

    function clearPlan(uint256 payeeSeed) external {
        address who = payee(payeeSeed);
        if (!router.hasPlan(who)) return;
        vm.prank(who);
        router.clearPlan();
    }

    function remit(uint256 payeeSeed, uint256 authoritySeed, uint256 amount) external {
        (address who, bytes32 authority) = (payee(payeeSeed), authorities[authoritySeed % 2]);
        uint256 balance = vault.balanceOf(who, authority);
        if (balance == 0) return;
        amount = amount % balance + 1;
        vm.prank(who);
        vault.remit(authority, amount, bytes32(++obligations));
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

    function sign(uint256 signerSeed, Escrow.Voucher memory voucher) private returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(signerKey(signerSeed), escrow.hashVoucher(voucher));
        if (signer(signerSeed) == voucher.signer) {
            uint256 highest = highestSigned[voucher.payer][voucher.signer][voucher.payee];
            if (voucher.cumulative > highest) {
                highestSigned[voucher.payer][voucher.signer][voucher.payee] = voucher.cumulative;
            }
        }
        return abi.encodePacked(r, s, v);
    }

    function book(address to, uint256 amount) private {
        earned[to] += amount;
        (uint256 part,) = router.split(to, amount);
        setAside[to] += part;
    }

    /// A payee may be paid by more than one voucher of a batch, each rounded up by itself, so what the vault got is read
    /// back; that it is at least the share of the sum, and less than a unit a voucher above it, is checked here.
    function bookBatch(address to, uint256 amount) private {
        earned[to] += amount;
        (uint256 atLeast,) = router.split(to, amount);
        uint256 arrived = setAsideInAll(to) - setAside[to];
        vm.assertLe(atLeast, arrived, "set aside at least the share");
        vm.assertLe(arrived, atLeast + 5, "at most a unit a voucher above it");
        setAside[to] += arrived;
    }

    /// All that was ever set aside for a taxpayer: what is there, and what was remitted from it.
    function setAsideInAll(address taxpayer) public view returns (uint256) {
        return
            vault.balanceOf(taxpayer, authorities[0]) + vault.balanceOf(taxpayer, authorities[1]) + remittedBy[taxpayer];
    }
}
