// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../Base.t.sol";
import {Delegations} from "../../src/Delegations.sol";
import {Escrow} from "../../src/Escrow.sol";
import {Payment, payment} from "../../src/Payment.sol";

contract EscrowFuzzTest is Base {
    /// Invariants 3 and 8: however often and in whatever order vouchers come, the highest one is paid, once.
    function testFuzz_VouchersPayTheHighest(uint96[6] calldata promises) external {
        fund(payer, signer, type(uint96).max);
        uint256 highest;
        for (uint256 i = 0; i < promises.length; ++i) {
            Escrow.Voucher memory voucher = voucherTo(payee, promises[i]);
            bytes memory signature = sign(SIGNER_KEY, voucher);
            if (promises[i] <= highest) {
                vm.expectRevert(
                    abi.encodeWithSelector(
                        Escrow.VoucherNotIncreasing.selector, payer, signer, payee, highest, promises[i]
                    )
                );
            } else {
                highest = promises[i];
            }
            escrow.claim(voucher, signature);
            vm.assertEq(token.balanceOf(payee), highest);
        }
        vm.assertEq(balanceOfAccount(payer, signer), type(uint96).max - highest);
    }

    /// Invariant 3, in one batch.
    function testFuzz_ABatchPaysTheHighest(uint96[6] calldata promises) external {
        fund(payer, signer, type(uint96).max);
        uint256 highest;
        Escrow.CompactVoucher[] memory vouchers = new Escrow.CompactVoucher[](promises.length);
        for (uint256 i = 0; i < promises.length; ++i) {
            vouchers[i] = compactVoucher(SIGNER_KEY, voucherTo(payee, promises[i]));
            if (promises[i] > highest) highest = promises[i];
        }
        vm.assertEq(escrow.claimMany(batchOf(vouchers)), highest);
        vm.assertEq(token.balanceOf(payee), highest);
    }

    /// Invariant 9: nobody's bytes but the signer's own signature move anything.
    function testFuzz_NoOtherSignaturePays(uint128 cumulative, bytes calldata signature) external {
        fund(payer, signer, type(uint96).max);
        vm.expectRevert(
            abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, signer, payee, uint256(cumulative))
        );
        escrow.claim(voucherTo(payee, cumulative), signature);
    }

    /// Invariant 9: a signature holds for one payer, signer, payee and amount.
    function testFuzz_AChangedVoucherPaysNothing(Escrow.Voucher memory signed, Escrow.Voucher memory changed) external {
        signed.signer = signer;
        changed.signer = signer;
        if (keccak256(abi.encode(signed)) == keccak256(abi.encode(changed))) return;
        bytes memory signature = sign(SIGNER_KEY, signed);
        vm.expectRevert(
            abi.encodeWithSelector(
                Escrow.InvalidSignature.selector, changed.payer, signer, changed.payee, changed.cumulative
            )
        );
        escrow.claim(changed, signature);
    }

    /// Invariants 2 and 7: what goes in comes out by vouchers and by withdrawal, and no more.
    function testFuzz_WhatGoesInComesOut(uint96 deposited, uint96 announced, uint96 before, uint96 after_) external {
        deposited = deposited % 1e28 + 1;
        before = before % (deposited + 1);
        announced = announced % (deposited - before + 1);
        after_ = before + after_ % (deposited - before + 1);
        fund(payer, signer, deposited);
        if (before > 0) claim(voucherTo(payee, before));
        vm.prank(payer);
        escrow.requestWithdrawal(signer, announced);
        if (after_ > before) claim(voucherTo(payee, after_));
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        if (announced > 0) {
            vm.prank(payer);
            uint256 left = deposited - after_;
            vm.assertEq(escrow.withdraw(signer), announced < left ? announced : left);
        }
        vm.assertEq(token.balanceOf(payee), after_);
        vm.assertEq(token.balanceOf(payee) + token.balanceOf(payer) + balanceOfAccount(payer, signer), deposited);
        vm.assertEq(token.balanceOf(address(escrow)), balanceOfAccount(payer, signer));
    }

    /// Invariant 10: no withdrawal before the delay is over.
    function testFuzz_NoWithdrawalBeforeItsTime(uint40 waited) external {
        waited = waited % CHALLENGE_DELAY;
        fund(payer, signer, 10);
        uint40 withdrawableAt = uint40(block.timestamp) + CHALLENGE_DELAY;
        vm.prank(payer);
        escrow.requestWithdrawal(signer, 10);
        vm.warp(block.timestamp + waited);
        vm.expectRevert(abi.encodeWithSelector(Escrow.WithdrawalTooEarly.selector, payer, signer, withdrawableAt));
        vm.prank(payer);
        escrow.withdraw(signer);
    }

    function testFuzz_RevertWhen_AnAccountCannotCountThatFar(uint256 amount) external {
        amount = amount % (type(uint256).max - type(uint96).max) + type(uint96).max + 1;
        token.mint(payer, amount);
        vm.startPrank(payer);
        token.approve(address(escrow), amount);
        vm.expectRevert(abi.encodeWithSelector(Escrow.AccountFull.selector, payer, signer, amount));
        escrow.deposit(signer, amount);
        vm.stopPrank();
    }

    /// Invariant 12: what is reserved for a payee, its voucher draws in full, whatever else the signer promises and the
    /// payer withdraws.
    function testFuzz_AReservationIsAlwaysPaid(uint96 funded, uint96 reserved, uint96[4] calldata others) external {
        funded = funded % 1e28 + 1;
        reserved = reserved % funded + 1;
        fund(payer, signer, funded);
        vm.prank(payer);
        escrow.requestWithdrawal(signer, funded);
        reserve(payee, reserved);
        Escrow.CompactVoucher[] memory vouchers = new Escrow.CompactVoucher[](others.length);
        for (uint256 i = 0; i < others.length; ++i) {
            vouchers[i] = compactVoucher(SIGNER_KEY, voucherTo(address(uint160(0x7000 + i)), others[i] % funded));
        }
        escrow.claimMany(batchOf(vouchers));
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        vm.prank(payer);
        escrow.withdraw(signer);
        vm.assertEq(claim(voucherTo(payee, reserved)), reserved);
        vm.assertEq(token.balanceOf(payee), reserved);
    }

    /// Invariant 13: a session key never makes an account pay more than its limit.
    function testFuzz_ADelegateStaysWithinItsLimit(uint96 limit, uint96[4] calldata amounts) external {
        uint256 sessionKey = 0x5E5510;
        fund(payer, signer, type(uint96).max);
        Delegations.Delegation memory delegation = Delegations.Delegation(
            signer, vm.addr(sessionKey), payer, address(0), limit, uint40(block.timestamp) + 1, ""
        );
        bytes memory ofDelegation = signDelegation(SIGNER_KEY, delegation);
        uint256 drawn;
        for (uint256 i = 0; i < amounts.length; ++i) {
            Escrow.Voucher memory voucher = voucherTo(address(uint160(0x7000 + i)), amounts[i]);
            bytes memory signature = signDelegated(sessionKey, voucher, delegation);
            try escrow.claimDelegated(voucher, signature, delegation, ofDelegation) returns (uint256 paid) {
                drawn += paid;
            } catch {
                vm.assertTrue(amounts[i] == 0 || drawn + amounts[i] > limit);
            }
            vm.assertLe(drawn, limit, "13: within the limit");
        }
        vm.assertEq(token.balanceOf(address(escrow)), type(uint96).max - drawn);
    }

    /// Invariant 3, by a statement: vouchers and statements of one signer count as one.
    function testFuzz_AStatementPaysTheHighest(uint96[6] calldata promises) external {
        fund(payer, signer, type(uint96).max);
        uint256 highest;
        Payment[] memory statement = new Payment[](promises.length);
        for (uint256 i = 0; i < promises.length; ++i) {
            statement[i] = payment(payee, promises[i]);
            if (promises[i] > highest) highest = promises[i];
        }
        bytes memory signature = compact(signStatement(SIGNER_KEY, statement));
        vm.assertEq(escrow.claimStatement(payer, signer, statement, signature), highest);
        vm.assertEq(escrow.claimStatement(payer, signer, statement, signature), 0);
        vm.assertEq(token.balanceOf(payee), highest);
    }

    /// A payment is read back as it was written.
    function testFuzz_APaymentHoldsBoth(address to, uint96 amount) external pure {
        vm.assertEq(payment(to, amount).payeeOf(), to);
        vm.assertEq(payment(to, amount).amountOf(), amount);
    }
}
