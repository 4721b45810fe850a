// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../Base.t.sol";
import {Escrow} from "../../src/Escrow.sol";
import {PayMany} from "../../src/PayMany.sol";
import {Payment, payment} from "../../src/Payment.sol";

/// What the payment path costs, in gas of the whole transaction (intrinsic gas and cold storage included), between
/// holders that have been paid before. The figures are in ../../snapshots/, and a change of one shows in the commit.
/// forge-config: default.isolate = true
contract GasTest is Base {
    Escrow.CompactVoucher[] private vouchers;
    Payment[] private payments;

    function setUp() public override {
        super.setUp();
        fund(payer, signer, 1e12);
        token.mint(wallet, 1);
        token.mint(payee, 1);
        token.mint(payer, 10);
    }

    function test_PlainTransfer() external {
        vm.prank(payer);
        token.transfer(payee, 5);
        vm.snapshotGasLastCall("payments", "plain ERC-20 transfer");
    }

    function test_Claim() external {
        claimTwice(false);
        vm.snapshotGasLastCall("payments", "claim");
    }

    function test_ClaimReserved() external {
        claimTwice(true);
        vm.snapshotGasLastCall("payments", "claim of reserved money");
    }

    function test_ClaimThroughRouter() external {
        plan(payee, 153_000);
        claimTwice(false);
        vm.snapshotGasLastCall("payments", "claim through the router");
    }

    function test_ClaimReservedThroughRouter() external {
        plan(payee, 153_000);
        claimTwice(true);
        vm.snapshotGasLastCall("payments", "claim of reserved money through the router");
    }

    function test_Collect() external {
        claim(voucherTo(payee, 10));
        collect(voucherTo(payee, 20));
        vm.snapshotGasLastCall("payments", "collect");
    }

    function test_CollectReserved() external {
        reserve(payee, 1000);
        claim(voucherTo(payee, 10));
        collect(voucherTo(payee, 20));
        vm.snapshotGasLastCall("payments", "collect of reserved money");
    }

    function test_ClaimMany5() external {
        claimBatch(5);
        vm.snapshotGasLastCall("payments", "claimMany of 5");
    }

    function test_ClaimMany100() external {
        claimBatch(100);
        vm.snapshotGasLastCall("payments", "claimMany of 100");
    }

    function test_ClaimMany5ThroughRouter() external {
        for (uint256 i = 0; i < 5; ++i) {
            token.mint(walletOf(i), 1);
            vm.prank(payeeOf(i));
            escrow.setPlan(walletOf(i), IRS, 153_000);
        }
        claimBatch(5);
        vm.snapshotGasLastCall("payments", "claimMany of 5 through the router");
    }

    function test_ClaimStatement5() external {
        claimStatement(5);
        vm.snapshotGasLastCall("payments", "claimStatement of 5");
    }

    function test_ClaimStatement100() external {
        claimStatement(100);
        vm.snapshotGasLastCall("payments", "claimStatement of 100");
    }

    function test_Deposit() external {
        token.mint(payer, 20);
        vm.startPrank(payer);
        token.approve(address(escrow), 20);
        escrow.deposit(signer, 10);
        vm.snapshotGasLastCall("payments", "deposit");
    }

    function test_Reserve() external {
        claim(voucherTo(payee, 10));
        reserve(payee, 1000);
        vm.snapshotGasLastCall("payments", "reserve");
    }

    function test_Remit() external {
        token.mint(irsPayoutAddress, 1);
        token.mint(address(this), 20);
        token.approve(address(escrow), 20);
        escrow.setAside(payee, IRS, 20);
        vm.prank(payee);
        escrow.remit(IRS, 10, "obligation");
        vm.snapshotGasLastCall("payments", "remit");
    }

    function test_PayMany10() external {
        payMany(10);
        vm.snapshotGasLastCall("payments", "payMany of 10");
    }

    function test_PayMany100() external {
        payMany(100);
        vm.snapshotGasLastCall("payments", "payMany of 100");
    }

    /// Addresses without zeros to speak of: calldata costs what it does in life.
    function payeeOf(uint256 i) private pure returns (address) {
        return address(bytes20(keccak256(abi.encode("payee", i))));
    }

    function walletOf(uint256 i) private pure returns (address) {
        return address(bytes20(keccak256(abi.encode("wallet", i))));
    }

    function claimTwice(bool reserved) private {
        if (reserved) reserve(payee, 1000);
        claim(voucherTo(payee, 10));
        Escrow.Voucher memory voucher = voucherTo(payee, 20);
        escrow.claim(voucher, compact(sign(SIGNER_KEY, voucher)));
    }

    function collect(Escrow.Voucher memory voucher) private {
        (bytes32 r, bytes32 vs) = abi.decode(compact(sign(SIGNER_KEY, voucher)), (bytes32, bytes32));
        vm.prank(voucher.payee);
        escrow.collect(voucher.payer, voucher.signer, voucher.cumulative, r, vs);
    }

    /// Pays each payee once, then measures the second time.
    function claimBatch(uint256 size) private {
        for (uint256 round = 1; round <= 2; ++round) {
            delete vouchers;
            for (uint256 i = 0; i < size; ++i) {
                vouchers.push(compactVoucher(SIGNER_KEY, voucherTo(payeeOf(i), 10 * round)));
            }
            escrow.claimMany(batchOf(vouchers));
        }
    }

    function claimStatement(uint256 size) private {
        for (uint256 round = 1; round <= 2; ++round) {
            delete payments;
            for (uint256 i = 0; i < size; ++i) {
                payments.push(payment(payeeOf(i), 10 * round));
            }
            escrow.claimStatement(payer, signer, payments, compact(signStatement(SIGNER_KEY, payments)));
        }
    }

    function payMany(uint256 size) private {
        PayMany batch = new PayMany();
        for (uint256 i = 0; i < size; ++i) {
            token.mint(payeeOf(i), 1);
            payments.push(payment(payeeOf(i), 1e6));
        }
        token.mint(payer, 1e6 * (size + 1));
        vm.startPrank(payer);
        token.approve(address(batch), type(uint256).max);
        batch.payMany(token, payments);
    }
}
