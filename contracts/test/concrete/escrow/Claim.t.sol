// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Base} from "../../Base.t.sol";
import {ReenteringToken} from "../../tokens/ReenteringToken.sol";
import {Escrow} from "../../../src/Escrow.sol";
import {PayoutRouter} from "../../../src/PayoutRouter.sol";
import {TaxVault} from "../../../src/TaxVault.sol";

contract ClaimTest is Base {
    function setUp() public override {
        super.setUp();
        fund(payer, signer, 100);
    }

    function test_RevertWhen_AnotherKeySigned() external {
        expectInvalid(voucherTo(payee, 10), sign(0xBAD, voucherTo(payee, 10)));
    }

    function test_RevertWhen_AnotherAmountWasSigned() external {
        expectInvalid(voucherTo(payee, 10), sign(SIGNER_KEY, voucherTo(payee, 9)));
    }

    function test_RevertWhen_AnotherPayeeWasSigned() external {
        expectInvalid(voucherTo(stranger, 10), sign(SIGNER_KEY, voucherTo(payee, 10)));
    }

    function test_RevertWhen_SignedForAnotherChain() external {
        Escrow.Voucher memory voucher = voucherTo(payee, 10);
        expectInvalid(voucher, signFor(SIGNER_KEY, voucher, block.chainid + 1, address(escrow)));
    }

    function test_RevertWhen_TheChainWasForked() external {
        Escrow.Voucher memory voucher = voucherTo(payee, 10);
        bytes memory signature = sign(SIGNER_KEY, voucher);
        vm.chainId(block.chainid + 1);
        expectInvalid(voucher, signature);
    }

    function test_RevertWhen_SignedForAnotherEscrow() external {
        Escrow.Voucher memory voucher = voucherTo(payee, 10);
        expectInvalid(voucher, signFor(SIGNER_KEY, voucher, block.chainid, stranger));
    }

    function test_RevertWhen_TheSignatureHasAnotherLength() external {
        expectInvalid(voucherTo(payee, 10), "");
        expectInvalid(voucherTo(payee, 10), new bytes(64));
        expectInvalid(voucherTo(payee, 10), new bytes(65));
    }

    function test_RevertWhen_TheSignerIsZero() external {
        // ecrecover gives zero for nonsense; that must never pass for a signer.
        Escrow.Voucher memory voucher = Escrow.Voucher(payer, address(0), payee, 10);
        expectInvalid(voucher, new bytes(65));
    }

    function test_RevertWhen_ThePayeeIsEscrowOrRouter() external {
        expectRefused(voucherTo(address(escrow), 10), abi.encodeWithSelector(Escrow.InvalidPayee.selector, escrow));
        expectRefused(voucherTo(address(router), 10), abi.encodeWithSelector(Escrow.InvalidPayee.selector, router));
    }

    function test_RevertWhen_TheVoucherIsNotAboveWhatWasClaimed() external {
        claim(voucherTo(payee, 10));
        expectRefused(
            voucherTo(payee, 10),
            abi.encodeWithSelector(Escrow.VoucherNotIncreasing.selector, payer, signer, payee, 10, 10)
        );
        expectRefused(
            voucherTo(payee, 9),
            abi.encodeWithSelector(Escrow.VoucherNotIncreasing.selector, payer, signer, payee, 10, 9)
        );
    }

    function test_RevertWhen_TheAccountCannotPayInFull() external {
        claim(voucherTo(payee, 60));
        expectRefused(
            voucherTo(stranger, 41), abi.encodeWithSelector(Escrow.BalanceTooSmall.selector, payer, signer, 40, 41)
        );
        expectRefused(
            voucherTo(stranger, type(uint256).max),
            abi.encodeWithSelector(Escrow.BalanceTooSmall.selector, payer, signer, 40, type(uint256).max)
        );
    }

    function test_RevertWhen_TheTokenCallsBack() external {
        ReenteringToken evil = new ReenteringToken();
        escrow = new Escrow(evil, new PayoutRouter(new TaxVault(evil, address(this))), 1 days);
        evil.mint(payer, 100);
        vm.startPrank(payer);
        evil.approve(address(escrow), 100);
        escrow.deposit(signer, 100);
        vm.stopPrank();
        Escrow.Voucher memory second = voucherTo(payee, 20);
        evil.arm(address(escrow), abi.encodeCall(Escrow.claim, (second, sign(SIGNER_KEY, second))));
        expectRefused(
            voucherTo(payee, 10), abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
    }

    function test_PaysTheDifference() external {
        vm.assertEq(claim(voucherTo(payee, 10)), 10);
        Escrow.Voucher memory voucher = voucherTo(payee, 25);
        bytes memory signature = sign(SIGNER_KEY, voucher);
        vm.expectEmit(address(escrow));
        emit Escrow.Claimed(payer, signer, payee, 25, 15);
        vm.assertEq(escrow.claim(voucher, signature), 15);
        vm.assertEq(token.balanceOf(payee), 25);
        vm.assertEq(balanceOfAccount(payer, signer), 75);
        vm.assertEq(escrow.claimedBy(payer, signer, payee), 25);
    }

    function test_PaysNoMatterWhoSendsIt() external {
        Escrow.Voucher memory voucher = voucherTo(payee, 10);
        bytes memory signature = sign(SIGNER_KEY, voucher);
        vm.prank(stranger);
        escrow.claim(voucher, signature);
        vm.assertEq(token.balanceOf(payee), 10);
        vm.assertEq(token.balanceOf(stranger), 0);
    }

    function test_NeverDrawsOnAnotherAccount() external {
        fund(payer, stranger, 500);
        fund(stranger, signer, 500);
        expectRefused(
            voucherTo(payee, 101), abi.encodeWithSelector(Escrow.BalanceTooSmall.selector, payer, signer, 100, 101)
        );
        claim(voucherTo(payee, 100));
        vm.assertEq(balanceOfAccount(payer, stranger), 500);
        vm.assertEq(balanceOfAccount(stranger, signer), 500);
    }

    function test_GivenAPlan_PaysThroughTheRouter() external {
        plan(payee, 153_000);
        Escrow.Voucher memory voucher = voucherTo(payee, 100);
        bytes memory signature = sign(SIGNER_KEY, voucher);
        vm.expectEmit(address(router));
        emit PayoutRouter.Payout(payee, wallet, IRS, 100, 16); // 15.3, rounded up
        escrow.claim(voucher, signature);
        vm.assertEq(token.balanceOf(wallet), 84);
        vm.assertEq(vault.balanceOf(payee, IRS), 16);
        vm.assertEq(token.balanceOf(address(vault)), 16);
        vm.assertEq(token.balanceOf(payee), 0);
        vm.assertEq(token.balanceOf(address(router)), 0);
    }

    function test_GivenAWithdrawalIsAnnounced_DrawsOnAllOfTheBalance() external {
        vm.prank(payer);
        escrow.requestWithdrawal(signer, 100);
        claim(voucherTo(payee, 100));
        vm.assertEq(token.balanceOf(payee), 100);
    }

    function test_HashVoucher_IsTheDigestThatIsSigned() external view {
        Escrow.Voucher memory voucher = voucherTo(payee, 7);
        bytes memory signature = sign(SIGNER_KEY, voucher);
        (bytes32 r, bytes32 s) = abi.decode(signature, (bytes32, bytes32));
        vm.assertEq(ecrecover(escrow.hashVoucher(voucher), uint8(signature[64]), r, s), signer);
    }

    function expectInvalid(Escrow.Voucher memory voucher, bytes memory signature) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                Escrow.InvalidSignature.selector, voucher.payer, voucher.signer, voucher.payee, voucher.cumulative
            )
        );
        escrow.claim(voucher, signature);
    }

    function expectRefused(Escrow.Voucher memory voucher, bytes memory reason) private {
        bytes memory signature = sign(SIGNER_KEY, voucher);
        vm.expectRevert(reason);
        escrow.claim(voucher, signature);
    }
}
