// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Base} from "../Base.t.sol";
import {Escrow} from "../../src/Escrow.sol";

contract EscrowFuzzTest is Base {
    /// Invariants 3 and 8: however often and in whatever order vouchers come, the highest one is paid, once.
    function testFuzz_VouchersPayTheHighest(uint128[6] calldata promises) external {
        fund(payer, signer, type(uint128).max);
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
        vm.assertEq(balanceOfAccount(payer, signer), type(uint128).max - highest);
    }

    /// Invariant 3, in one batch.
    function testFuzz_ABatchPaysTheHighest(uint128[6] calldata promises) external {
        fund(payer, signer, type(uint128).max);
        uint256 highest;
        Escrow.Voucher[] memory vouchers = new Escrow.Voucher[](promises.length);
        bytes[] memory signatures = new bytes[](promises.length);
        for (uint256 i = 0; i < promises.length; ++i) {
            vouchers[i] = voucherTo(payee, promises[i]);
            signatures[i] = sign(SIGNER_KEY, vouchers[i]);
            if (promises[i] > highest) highest = promises[i];
        }
        vm.assertEq(escrow.claimMany(vouchers, signatures), highest);
        vm.assertEq(token.balanceOf(payee), highest);
    }

    /// Invariant 9: nobody's bytes but the signer's own signature move anything.
    function testFuzz_NoOtherSignaturePays(uint128 cumulative, bytes calldata signature) external {
        fund(payer, signer, type(uint128).max);
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
    function testFuzz_WhatGoesInComesOut(uint128 deposited, uint128 announced, uint128 before, uint128 after_)
        external
    {
        deposited = deposited % 1e30 + 1;
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
    function testFuzz_NoWithdrawalBeforeItsTime(uint64 waited) external {
        waited = waited % CHALLENGE_DELAY;
        fund(payer, signer, 10);
        uint64 withdrawableAt = uint64(block.timestamp) + CHALLENGE_DELAY;
        vm.prank(payer);
        escrow.requestWithdrawal(signer, 10);
        vm.warp(block.timestamp + waited);
        vm.expectRevert(abi.encodeWithSelector(Escrow.WithdrawalTooEarly.selector, payer, signer, withdrawableAt));
        vm.prank(payer);
        escrow.withdraw(signer);
    }

    function testFuzz_RevertWhen_AnAccountCannotCountThatFar(uint256 amount) external {
        amount = amount % (type(uint256).max - type(uint128).max) + type(uint128).max + 1;
        token.mint(payer, amount);
        vm.startPrank(payer);
        token.approve(address(escrow), amount);
        vm.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 128, amount));
        escrow.deposit(signer, amount);
        vm.stopPrank();
    }
}
