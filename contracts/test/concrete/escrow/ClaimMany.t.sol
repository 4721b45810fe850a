// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Base} from "../../Base.t.sol";
import {RefusingToken} from "../../tokens/RefusingToken.sol";
import {ContractSigner} from "../../ContractSigner.sol";
import {Escrow} from "../../../src/Escrow.sol";
import {Payment, payment} from "../../../src/Payment.sol";

contract ClaimManyTest is Base {
    address private constant second = address(0x5EC);
    address private constant third = address(0x3D);

    Escrow.CompactVoucher[] private vouchers;
    Payment[] private promises;

    function setUp() public override {
        super.setUp();
        fund(payer, signer, 100);
    }

    function test_WhenEmpty_PaysNothing() external {
        vm.assertEq(escrow.claimMany(batchOf(vouchers)), 0);
    }

    function test_PaysEach() external {
        plan(second, 250_000);
        add(voucherTo(payee, 10));
        add(voucherTo(second, 20));
        vm.prank(stranger);
        vm.assertEq(escrow.claimMany(batchOf(vouchers)), 30);
        vm.assertEq(token.balanceOf(payee), 10);
        vm.assertEq(token.balanceOf(wallet), 15);
        vm.assertEq(escrow.setAsideOf(second, IRS), 5);
        vm.assertEq(balanceOfAccount(payer, signer), 70);
    }

    function test_PaysTheVouchersOfSeveralAccounts() external {
        fund(stranger, signer, 50);
        add(voucherTo(payee, 10));
        Escrow.Batch[] memory batches = new Escrow.Batch[](2);
        batches[0] = batchOf(vouchers)[0];
        Escrow.CompactVoucher[] memory ofStranger = new Escrow.CompactVoucher[](1);
        ofStranger[0] = compactVoucher(SIGNER_KEY, Escrow.Voucher(stranger, signer, payee, 7));
        batches[1] = Escrow.Batch(stranger, signer, ofStranger);
        vm.expectEmit(address(escrow));
        emit Escrow.ClaimedMany(payer, signer, 10);
        vm.expectEmit(address(escrow));
        emit Escrow.ClaimedMany(stranger, signer, 7);
        vm.assertEq(escrow.claimMany(batches), 17);
        vm.assertEq(token.balanceOf(payee), 17);
        vm.assertEq(balanceOfAccount(stranger, signer), 43);
    }

    function test_RevertWhen_SomebodyElseSkipsTheSignature() external {
        vm.expectRevert(abi.encodeWithSelector(Escrow.NotTheEscrow.selector, stranger));
        vm.prank(stranger);
        escrow.drawAndPay(payer, signer, stranger, 10);
    }

    function test_Statement_PaysEach() external {
        plan(second, 250_000);
        promises.push(payment(payee, 10));
        promises.push(payment(second, 20));
        bytes memory signature = signStatement(SIGNER_KEY, promises);
        vm.expectEmit(address(escrow));
        emit Escrow.ClaimedMany(payer, signer, 30);
        vm.prank(stranger);
        vm.assertEq(escrow.claimStatement(payer, signer, promises, signature), 30);
        vm.assertEq(token.balanceOf(payee), 10);
        vm.assertEq(token.balanceOf(wallet), 15);
        vm.assertEq(escrow.setAsideOf(second, IRS), 5);
    }

    function test_Statement_CountsWithVouchers() external {
        claim(voucherTo(payee, 8));
        promises.push(payment(payee, 10));
        vm.assertEq(escrow.claimStatement(payer, signer, promises, signStatement(SIGNER_KEY, promises)), 2);
        vm.assertEq(escrow.claimStatement(payer, signer, promises, signStatement(SIGNER_KEY, promises)), 0);
        vm.assertEq(token.balanceOf(payee), 10);
    }

    function test_Statement_RevertWhen_NotTheSigners() external {
        promises.push(payment(payee, 10));
        bytes memory signature = signStatement(0xBAD, promises);
        vm.expectRevert(abi.encodeWithSelector(Escrow.StatementNotSigned.selector, payer, signer));
        escrow.claimStatement(payer, signer, promises, signature);
        signature = signStatement(SIGNER_KEY, promises);
        promises[0] = payment(payee, 11);
        vm.expectRevert(abi.encodeWithSelector(Escrow.StatementNotSigned.selector, payer, signer));
        escrow.claimStatement(payer, signer, promises, signature);
    }

    function test_Statement_GivenAContractSigned() external {
        promises.push(payment(payee, 10));
        // Somebody who signs by contract has one signature for all.
        address contractSigner = address(new ContractSigner(signer));
        fund(payer, contractSigner, 50);
        bytes32 digest = escrow.hashStatement(payer, contractSigner, promises);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(SIGNER_KEY, digest);
        vm.assertEq(escrow.claimStatement(payer, contractSigner, promises, abi.encodePacked(r, s, v)), 10);
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
        vm.assertEq(escrow.claimMany(batchOf(vouchers)), 20);
        vm.assertEq(token.balanceOf(payee), 10);
        vm.assertEq(token.balanceOf(second), 20);
    }

    function test_WhenOneIsBadlySigned_PaysTheOthers() external {
        add(voucherTo(payee, 10));
        add(voucherTo(second, 20));
        vouchers[0] = compactVoucher(0xBAD, voucherTo(payee, 10));
        vm.expectEmit(address(escrow));
        emit Escrow.VoucherSkipped(
            payer, signer, payee, 10, abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, signer, payee, 10)
        );
        vm.assertEq(escrow.claimMany(batchOf(vouchers)), 20);
    }

    function test_WhenOneIsNotCovered_PaysItNothingAndTheOthers() external {
        add(voucherTo(payee, 81));
        add(voucherTo(second, 20));
        add(voucherTo(third, 19));
        vm.expectEmit(address(escrow));
        emit Escrow.VoucherSkipped(
            payer, signer, second, 20, abi.encodeWithSelector(Escrow.BalanceTooSmall.selector, payer, signer, 19, 20)
        );
        vm.assertEq(escrow.claimMany(batchOf(vouchers)), 100);
        vm.assertEq(token.balanceOf(second), 0);
        vm.assertEq(escrow.claimedBy(payer, signer, second), 0);
        vm.assertEq(token.balanceOf(third), 19);
    }

    function test_WhenOneIsThereTwice_PaysItOnce() external {
        add(voucherTo(payee, 10));
        add(voucherTo(payee, 10));
        vm.assertEq(escrow.claimMany(batchOf(vouchers)), 10);
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
        vm.assertEq(escrow.claimMany(batchOf(vouchers)), 20);
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
        vm.assertEq(escrow.claimMany(batchOf(vouchers)), 20);
        vm.assertEq(escrow.claimedBy(payer, signer, payee), 0);
    }

    function test_WhenTheTokenRefusesWithoutAReason_PaysTheOthers() external {
        useRefusingToken().refuse(payee, RefusingToken.Manner.Silence);
        add(voucherTo(payee, 10));
        add(voucherTo(second, 20));
        vm.expectEmit(address(escrow));
        emit Escrow.VoucherSkipped(payer, signer, payee, 10, "");
        vm.assertEq(escrow.claimMany(batchOf(vouchers)), 20);
        vm.assertEq(escrow.claimedBy(payer, signer, payee), 0);
        vm.assertEq(balanceOfAccount(payer, signer), 80);
    }

    function test_RevertWhen_TheTokenUsesUpTheGas() external {
        useRefusingToken().refuse(second, RefusingToken.Manner.Waste);
        add(voucherTo(payee, 10));
        add(voucherTo(second, 20));
        vm.expectRevert(abi.encodeWithSelector(Escrow.OutOfGas.selector, second));
        escrow.claimMany(batchOf(vouchers));
    }

    /// A transaction that succeeds has paid, whatever gas it was given: no limit makes it skip what it could have paid.
    function test_WhenTheGasDoesNotSuffice_Reverts() external {
        add(voucherTo(payee, 10));
        atAnyGasLimit(10);
    }

    function test_WhenTheGasDoesNotSuffice_RevertsAlsoThroughTheRouter() external {
        plan(payee, 153_000); // the deeper the call that runs out, the more gas is left to go on with
        add(voucherTo(payee, 10));
        atAnyGasLimit(10);
    }

    function test_WhenTheGasSufficesForOne_RevertsForAll() external {
        plan(second, 153_000);
        add(voucherTo(payee, 10));
        add(voucherTo(second, 20));
        atAnyGasLimit(30);
    }

    function atAnyGasLimit(uint256 total) private {
        Escrow.Batch[] memory batch = batchOf(vouchers);
        for (uint256 gasLimit = 20_000; gasLimit < 400_000; gasLimit += 1000) {
            try escrow.claimMany{gas: gasLimit}(batch) returns (uint256 paid) {
                vm.assertEq(paid, total);
                vm.assertEq(escrow.claimedBy(payer, signer, payee), 10);
                return;
            } catch {}
        }
        revert("no gas limit sufficed");
    }

    function add(Escrow.Voucher memory voucher) private {
        vouchers.push(compactVoucher(SIGNER_KEY, voucher));
    }

    function useRefusingToken() private returns (RefusingToken refusing) {
        refusing = new RefusingToken();
        escrow = new Escrow(refusing, address(this), 1 days);
        refusing.mint(payer, 100);
        vm.startPrank(payer);
        refusing.approve(address(escrow), 100);
        escrow.deposit(signer, 100);
        vm.stopPrank();
    }
}
