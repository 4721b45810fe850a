// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../Base.t.sol";
import {Escrow} from "../../src/Escrow.sol";

/// What the payment path costs, in gas of the whole transaction (intrinsic gas and cold storage included), between
/// holders that have been paid before. The figures are in ../../snapshots/, and a change of one shows in the commit.
/// forge-config: default.isolate = true
contract GasTest is Base {
    Escrow.Voucher[] private vouchers;
    bytes[] private signatures;

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
        claim(voucherTo(payee, 10));
        claim(voucherTo(payee, 20));
        vm.snapshotGasLastCall("payments", "claim");
    }

    function test_ClaimThroughRouter() external {
        plan(payee, 153_000);
        claim(voucherTo(payee, 10));
        claim(voucherTo(payee, 20));
        vm.snapshotGasLastCall("payments", "claim through the router");
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
            planOwnWallet(i);
        }
        claimBatch(5);
        vm.snapshotGasLastCall("payments", "claimMany of 5 through the router");
    }

    function test_Deposit() external {
        token.mint(payer, 20);
        vm.startPrank(payer);
        token.approve(address(escrow), 20);
        escrow.deposit(signer, 10);
        vm.snapshotGasLastCall("payments", "deposit");
    }

    function test_Remit() external {
        token.mint(irsPayoutAddress, 1);
        token.mint(address(this), 20);
        token.approve(address(vault), 20);
        vault.setAside(payee, IRS, 20);
        vm.prank(payee);
        vault.remit(IRS, 10, "obligation");
        vm.snapshotGasLastCall("payments", "remit");
    }

    function payeeOf(uint256 i) private pure returns (address) {
        return address(uint160(0x9000 + i));
    }

    function planOwnWallet(uint256 i) private {
        token.mint(address(uint160(0xA000 + i)), 1);
        vm.prank(payeeOf(i));
        router.setPlan(address(uint160(0xA000 + i)), IRS, 153_000);
    }

    /// Pays each payee once, then measures the second time.
    function claimBatch(uint256 size) private {
        for (uint256 round = 1; round <= 2; ++round) {
            delete vouchers;
            delete signatures;
            for (uint256 i = 0; i < size; ++i) {
                vouchers.push(voucherTo(payeeOf(i), 10 * round));
                signatures.push(sign(SIGNER_KEY, vouchers[i]));
            }
            escrow.claimMany(vouchers, signatures);
        }
    }
}
