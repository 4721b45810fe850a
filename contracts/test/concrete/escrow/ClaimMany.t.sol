// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Base} from "../../Base.t.sol";
import {RefusingToken} from "../../tokens/RefusingToken.sol";
import {Escrow} from "../../../src/Escrow.sol";
import {PayoutRouter} from "../../../src/PayoutRouter.sol";
import {TaxVault} from "../../../src/TaxVault.sol";

contract ClaimManyTest is Base {
    address private constant second = address(0x5EC);
    address private constant third = address(0x3D);

    Escrow.Voucher[] private vouchers;
    bytes[] private signatures;

    function setUp() public override {
        super.setUp();
        fund(payer, signer, 100);
    }

    function test_RevertWhen_TheLengthsDiffer() external {
        add(voucherTo(payee, 10));
        signatures.push("");
        vm.expectRevert(abi.encodeWithSelector(Escrow.BatchLengthMismatch.selector, 1, 2));
        escrow.claimMany(vouchers, signatures);
    }

    function test_WhenEmpty_PaysNothing() external {
        vm.assertEq(escrow.claimMany(vouchers, signatures), 0);
    }

    function test_PaysEach() external {
        plan(second, 250_000);
        add(voucherTo(payee, 10));
        add(voucherTo(second, 20));
        vm.prank(stranger);
        vm.assertEq(escrow.claimMany(vouchers, signatures), 30);
        vm.assertEq(token.balanceOf(payee), 10);
        vm.assertEq(token.balanceOf(wallet), 15);
        vm.assertEq(vault.balanceOf(second, IRS), 5);
        vm.assertEq(balanceOfAccount(payer, signer), 70);
    }

    function test_WhenOneIsStale_PaysTheOthers() external {
        claim(voucherTo(payee, 10));
        add(voucherTo(payee, 10));
        add(voucherTo(second, 20));
        vm.expectEmit(address(escrow));
        emit Escrow.VoucherSkipped(
            payer,
            signer,
            payee,
            10,
            abi.encodeWithSelector(Escrow.VoucherNotIncreasing.selector, payer, signer, payee, 10, 10)
        );
        vm.assertEq(escrow.claimMany(vouchers, signatures), 20);
        vm.assertEq(token.balanceOf(payee), 10);
        vm.assertEq(token.balanceOf(second), 20);
    }

    function test_WhenOneIsBadlySigned_PaysTheOthers() external {
        add(voucherTo(payee, 10));
        add(voucherTo(second, 20));
        signatures[0] = sign(0xBAD, vouchers[0]);
        vm.expectEmit(address(escrow));
        emit Escrow.VoucherSkipped(
            payer, signer, payee, 10, abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, signer, payee, 10)
        );
        vm.assertEq(escrow.claimMany(vouchers, signatures), 20);
    }

    function test_WhenOneIsNotCovered_PaysItNothingAndTheOthers() external {
        add(voucherTo(payee, 81));
        add(voucherTo(second, 20));
        add(voucherTo(third, 19));
        vm.expectEmit(address(escrow));
        emit Escrow.Claimed(payer, signer, payee, 81, 81);
        vm.expectEmit(address(escrow));
        emit Escrow.VoucherSkipped(
            payer, signer, second, 20, abi.encodeWithSelector(Escrow.BalanceTooSmall.selector, payer, signer, 19, 20)
        );
        vm.assertEq(escrow.claimMany(vouchers, signatures), 100);
        vm.assertEq(token.balanceOf(second), 0);
        vm.assertEq(escrow.claimedBy(payer, signer, second), 0);
        vm.assertEq(token.balanceOf(third), 19);
    }

    function test_WhenOneIsThereTwice_PaysItOnce() external {
        add(voucherTo(payee, 10));
        add(voucherTo(payee, 10));
        vm.assertEq(escrow.claimMany(vouchers, signatures), 10);
        vm.assertEq(token.balanceOf(payee), 10);
    }

    function test_WhenTheTokenRefusesByError_PaysTheOthers() external {
        RefusingToken refusing = useRefusingToken();
        refusing.refuse(payee, RefusingToken.Manner.Error);
        add(voucherTo(payee, 10));
        add(voucherTo(second, 20));
        vm.expectEmit(address(escrow));
        emit Escrow.VoucherSkipped(
            payer, signer, payee, 10, abi.encodeWithSelector(RefusingToken.Refused.selector, payee)
        );
        vm.assertEq(escrow.claimMany(vouchers, signatures), 20);
        vm.assertEq(escrow.claimedBy(payer, signer, payee), 0);
        vm.assertEq(balanceOfAccount(payer, signer), 80);
    }

    function test_WhenTheTokenReturnsFalse_PaysTheOthers() external {
        RefusingToken refusing = useRefusingToken();
        refusing.refuse(payee, RefusingToken.Manner.False);
        add(voucherTo(payee, 10));
        add(voucherTo(second, 20));
        vm.expectEmit(address(escrow));
        emit Escrow.VoucherSkipped(
            payer, signer, payee, 10, abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, refusing)
        );
        vm.assertEq(escrow.claimMany(vouchers, signatures), 20);
        vm.assertEq(escrow.claimedBy(payer, signer, payee), 0);
    }

    function test_RevertWhen_TheTokenRefusesWithoutAReason() external {
        useRefusingToken().refuse(second, RefusingToken.Manner.Silence);
        add(voucherTo(payee, 10));
        add(voucherTo(second, 20));
        vm.expectRevert(abi.encodeWithSelector(Escrow.OutOfGas.selector, 1));
        escrow.claimMany(vouchers, signatures);
    }

    /// A transaction that succeeds has paid, whatever gas it was given: no limit makes it skip what it could have paid.
    function test_WhenTheGasDoesNotSuffice_Reverts() external {
        plan(payee, 153_000); // the deeper the call that runs out, the more gas is left to go on with
        add(voucherTo(payee, 10));
        Escrow.Voucher[] memory batch = vouchers;
        bytes[] memory signed = signatures;
        for (uint256 gasLimit = 20_000; gasLimit < 400_000; gasLimit += 1000) {
            try escrow.claimMany{gas: gasLimit}(batch, signed) returns (uint256 paid) {
                vm.assertEq(paid, 10);
                vm.assertEq(escrow.claimedBy(payer, signer, payee), 10);
                return;
            } catch {}
        }
        revert("no gas limit sufficed");
    }

    function add(Escrow.Voucher memory voucher) private {
        vouchers.push(voucher);
        signatures.push(sign(SIGNER_KEY, voucher));
    }

    function useRefusingToken() private returns (RefusingToken refusing) {
        refusing = new RefusingToken();
        escrow = new Escrow(refusing, new PayoutRouter(new TaxVault(refusing, address(this))), 1 days);
        refusing.mint(payer, 100);
        vm.startPrank(payer);
        refusing.approve(address(escrow), 100);
        escrow.deposit(signer, 100);
        vm.stopPrank();
    }
}
