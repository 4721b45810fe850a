// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Base} from "../../Base.t.sol";
import {ContractSigner} from "../../ContractSigner.sol";
import {RebasingToken} from "../../tokens/RebasingToken.sol";
import {SilentToken} from "../../tokens/SilentToken.sol";
import {ReenteringToken} from "../../tokens/ReenteringToken.sol";
import {Escrow} from "../../../src/Escrow.sol";
import {payment} from "../../../src/Payment.sol";
import {PayoutRouter} from "../../../src/PayoutRouter.sol";

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
        expectInvalid(voucherTo(payee, 10), bytes.concat(sign(SIGNER_KEY, voucherTo(payee, 10)), hex"00"));
    }

    function test_RevertWhen_AContractDoesNotAcceptTheSignature() external {
        Escrow.Voucher memory voucher = Escrow.Voucher(payer, address(new ContractSigner(stranger)), payee, 10);
        expectInvalid(voucher, sign(SIGNER_KEY, voucher));
        voucher.signer = address(token); // a contract that knows nothing of ERC-1271
        expectInvalid(voucher, sign(SIGNER_KEY, voucher));
    }

    function test_GivenAContractSigned_Pays() external {
        address contractSigner = address(new ContractSigner(signer));
        fund(payer, contractSigner, 50);
        Escrow.Voucher memory voucher = Escrow.Voucher(payer, contractSigner, payee, 10);
        vm.assertEq(escrow.claim(voucher, sign(SIGNER_KEY, voucher)), 10);
    }

    function test_GivenACompactSignature_Pays() external {
        for (uint96 i = 1; i <= 8; ++i) {
            Escrow.Voucher memory voucher = voucherTo(payee, i); // both parities are among them
            vm.assertEq(escrow.claim(voucher, compact(sign(SIGNER_KEY, voucher))), 1);
        }
    }

    function test_GivenTheTokenReturnsNothing_Pays() external {
        SilentToken silent = new SilentToken();
        escrow = new Escrow(IERC20(address(silent)), address(this), 1 days);
        silent.mint(payer, 100);
        vm.startPrank(payer);
        silent.approve(address(escrow), 100);
        escrow.deposit(signer, 100);
        vm.stopPrank();
        vm.assertEq(claim(voucherTo(payee, 10)), 10);
        vm.assertEq(silent.balanceOf(payee), 10);
    }

    /// The escrow counts what came in. What a rebase adds belongs to nobody; what it takes away is missing at the end,
    /// and the token says so by name. The account keeps its balance, so a voucher can be claimed once it is made good.
    function test_GivenTheTokenRebases_PaysUntilNothingIsLeft() external {
        RebasingToken rebasing = new RebasingToken();
        escrow = new Escrow(rebasing, address(this), 1 days);
        rebasing.mint(payer, 100);
        vm.startPrank(payer);
        rebasing.approve(address(escrow), 100);
        escrow.deposit(signer, 100);
        vm.stopPrank();
        rebasing.rebase(address(escrow), 140);
        vm.assertEq(claim(voucherTo(payee, 60)), 60);
        rebasing.rebase(address(escrow), 30);
        expectRefused(
            voucherTo(payee, 100),
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, address(escrow), 30, 40)
        );
        vm.assertEq(claim(voucherTo(payee, 90)), 30);
        rebasing.rebase(address(escrow), 10);
        vm.assertEq(claim(voucherTo(payee, 100)), 10);
    }

    function test_Collect_PaysThePayeeItselfWhateverItsPlan() external {
        plan(payee, 153_000);
        vm.expectEmit(address(escrow));
        emit Escrow.Claimed(payer, signer, payment(payee, 10));
        vm.assertEq(collect(payee, voucherTo(payee, 10)), 10);
        vm.assertEq(token.balanceOf(payee), 10);
        vm.assertEq(escrow.claimedBy(payer, signer, payee), 10);
    }

    function test_Collect_RevertWhen_TheCallerIsNotThePayee() external {
        vm.expectRevert(abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, signer, stranger, 10));
        this.collect(stranger, voucherTo(payee, 10));
    }

    function test_Collect_RevertWhen_Stale() external {
        collect(payee, voucherTo(payee, 10));
        vm.expectRevert(abi.encodeWithSelector(Escrow.VoucherNotIncreasing.selector, payer, signer, payee, 10, 10));
        this.collect(payee, voucherTo(payee, 10));
    }

    function test_Collect_RevertWhen_TheTokenCallsItInTheMiddleOfAClaim() external {
        ReenteringToken evil = new ReenteringToken();
        escrow = new Escrow(evil, address(this), 1 days);
        evil.mint(payer, 100);
        vm.startPrank(payer);
        evil.approve(address(escrow), 100);
        escrow.deposit(signer, 100);
        vm.stopPrank();
        Escrow.Voucher memory own = voucherTo(address(evil), 20);
        (bytes32 r, bytes32 vs) = abi.decode(compact(sign(SIGNER_KEY, own)), (bytes32, bytes32));
        evil.arm(address(escrow), abi.encodeCall(Escrow.collect, (payer, signer, 20, r, vs)));
        expectRefused(
            voucherTo(payee, 10), abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
    }

    function collect(address as_, Escrow.Voucher memory voucher) public returns (uint256) {
        (bytes32 r, bytes32 vs) = abi.decode(compact(sign(SIGNER_KEY, voucher)), (bytes32, bytes32));
        vm.prank(as_);
        return escrow.collect(voucher.payer, voucher.signer, voucher.cumulative, r, vs);
    }

    function test_RevertWhen_TheSignerIsZero() external {
        // ecrecover gives zero for nonsense; that must never pass for a signer.
        Escrow.Voucher memory voucher = Escrow.Voucher(payer, address(0), payee, 10);
        expectInvalid(voucher, new bytes(65));
    }

    function test_RevertWhen_ThePayeeCouldNotPassItOn() external {
        address[3] memory payees = [address(0), address(escrow), address(token)];
        for (uint256 i = 0; i < payees.length; ++i) {
            expectRefused(voucherTo(payees[i], 10), abi.encodeWithSelector(Escrow.InvalidPayee.selector, payees[i]));
        }
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
        escrow = new Escrow(evil, address(this), 1 days);
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
        emit Escrow.Claimed(payer, signer, payment(payee, 15));
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
        vm.expectEmit(address(escrow));
        emit PayoutRouter.Payout(payee, wallet, 100, 16); // 15.3, rounded up
        escrow.claim(voucher, signature);
        vm.assertEq(token.balanceOf(wallet), 84);
        vm.assertEq(escrow.setAsideOf(payee, IRS), 16);
        vm.assertEq(token.balanceOf(address(escrow)), 16);
        vm.assertEq(token.balanceOf(payee), 0);
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
