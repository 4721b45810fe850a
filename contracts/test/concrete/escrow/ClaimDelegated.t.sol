// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";
import {Delegations} from "../../../src/Delegations.sol";
import {Escrow} from "../../../src/Escrow.sol";
import {payment} from "../../../src/Payment.sol";

contract ClaimDelegatedTest is Base {
    uint256 private constant SESSION_KEY = 0x5E5510;

    Delegations.Delegation private delegation;

    function setUp() public override {
        super.setUp();
        fund(payer, signer, 100);
        delegation = Delegations.Delegation({
            signer: signer,
            delegate: vm.addr(SESSION_KEY),
            payer: address(0),
            payee: address(0),
            limit: 60,
            expiry: uint40(block.timestamp) + 30 days,
            salt: ""
        });
    }

    function test_RevertWhen_TheDelegateDidNotSign() external {
        Escrow.Voucher memory voucher = voucherTo(payee, 10);
        bytes memory ofDelegation = signDelegation(SIGNER_KEY, delegation);
        bytes memory signature = signDelegated(0xBAD, voucher, delegation);
        vm.expectRevert(abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, signer, payee, 10));
        escrow.claimDelegated(voucher, signature, delegation, ofDelegation);
    }

    /// A voucher that expired with its delegation does not live again under the key's next one, nor does a plain
    /// voucher of the key pass for one of a delegation.
    function test_RevertWhen_SignedForAnotherDelegation() external {
        Escrow.Voucher memory voucher = voucherTo(payee, 10);
        bytes memory signature = signDelegated(SESSION_KEY, voucher, delegation);
        bytes memory plain = sign(SESSION_KEY, voucher);
        delegation.salt = "the next";
        bytes memory ofDelegation = signDelegation(SIGNER_KEY, delegation);
        bytes memory refusal = abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, signer, payee, 10);
        vm.expectRevert(refusal);
        escrow.claimDelegated(voucher, signature, delegation, ofDelegation);
        vm.expectRevert(refusal);
        escrow.claimDelegated(voucher, plain, delegation, ofDelegation);
        vm.assertEq(claimDelegated(voucher, ofDelegation), 10);
    }

    function test_RevertWhen_TheSignerDidNotDelegate() external {
        expectRefused(
            voucherTo(payee, 10),
            signDelegation(0xBAD, delegation),
            abi.encodeWithSelector(Delegations.DelegationNotSigned.selector, signer, delegation.delegate)
        );
    }

    function test_RevertWhen_AnotherSignersDelegation() external {
        Escrow.Voucher memory voucher = voucherTo(payee, 10);
        delegation.signer = vm.addr(0xBAD);
        expectRefused(voucher, signDelegation(0xBAD, delegation), outOfScope());
    }

    function test_RevertWhen_OutOfScope() external {
        delegation.payer = stranger;
        expectRefused(voucherTo(payee, 10), signDelegation(SIGNER_KEY, delegation), outOfScope());
        delegation.payer = payer;
        delegation.payee = stranger;
        expectRefused(voucherTo(payee, 10), signDelegation(SIGNER_KEY, delegation), outOfScope());
    }

    function test_RevertWhen_Expired() external {
        vm.warp(delegation.expiry);
        expectRefused(
            voucherTo(payee, 10),
            signDelegation(SIGNER_KEY, delegation),
            abi.encodeWithSelector(Delegations.DelegationExpired.selector, delegation.delegate, delegation.expiry)
        );
    }

    function test_RevertWhen_AboveTheLimit() external {
        bytes memory ofDelegation = signDelegation(SIGNER_KEY, delegation);
        vm.assertEq(claimDelegated(voucherTo(payee, 35), ofDelegation), 35);
        expectRefused(
            voucherTo(stranger, 26),
            ofDelegation,
            abi.encodeWithSelector(Delegations.DelegationExhausted.selector, delegation.delegate, 60, 35, 26)
        );
        vm.assertEq(claimDelegated(voucherTo(stranger, 25), ofDelegation), 25);
    }

    function test_PaysWithoutATransactionOfTheSigner() external {
        Escrow.Voucher memory voucher = voucherTo(payee, 10);
        bytes memory signature = signDelegated(SESSION_KEY, voucher, delegation);
        bytes memory ofDelegation = signDelegation(SIGNER_KEY, delegation);
        vm.expectEmit(address(escrow));
        emit Escrow.Claimed(payer, signer, payment(payee, 10));
        vm.prank(stranger);
        escrow.claimDelegated(voucher, signature, delegation, ofDelegation);
        vm.assertEq(token.balanceOf(payee), 10);
        (uint96 drawn, uint40 revokedAt, bool checked) = escrow.grantOf(escrow.hashDelegation(delegation));
        vm.assertEq(drawn, 10);
        vm.assertEq(revokedAt, 0);
        vm.assertTrue(checked);
        // From then on the delegation is known.
        vm.assertEq(claimDelegated(voucherTo(payee, 15), ""), 5);
    }

    function test_GivenTheScopeFits_Pays() external {
        (delegation.payer, delegation.payee) = (payer, payee);
        vm.assertEq(claimDelegated(voucherTo(payee, 10), signDelegation(SIGNER_KEY, delegation)), 10);
    }

    function test_CountsWithTheSignersOwnVouchers() external {
        claim(voucherTo(payee, 10));
        vm.assertEq(claimDelegated(voucherTo(payee, 15), signDelegation(SIGNER_KEY, delegation)), 5);
    }

    function test_Revoke_RevertWhen_NotTheSigner() external {
        vm.expectRevert(abi.encodeWithSelector(Delegations.NotTheSigner.selector, stranger, signer));
        vm.prank(stranger);
        escrow.revoke(delegation);
    }

    function test_Revoke_LeavesPayeesTheChallengeDelay() external {
        bytes memory ofDelegation = signDelegation(SIGNER_KEY, delegation);
        uint40 revokedAt = uint40(block.timestamp) + CHALLENGE_DELAY;
        bytes32 digest = escrow.hashDelegation(delegation);
        vm.expectEmit(address(escrow));
        emit Delegations.DelegationRevoked(signer, delegation.delegate, digest, revokedAt);
        vm.prank(signer);
        escrow.revoke(delegation);
        vm.warp(revokedAt - 1);
        vm.assertEq(claimDelegated(voucherTo(payee, 10), ofDelegation), 10);
        vm.prank(signer);
        escrow.revoke(delegation); // again: it puts nothing off
        vm.warp(revokedAt);
        expectRefused(
            voucherTo(payee, 20),
            ofDelegation,
            abi.encodeWithSelector(Delegations.DelegationExpired.selector, delegation.delegate, revokedAt)
        );
    }

    function test_Revoke_NeverPutsOffTheExpiry() external {
        delegation.expiry = uint40(block.timestamp) + 1 days;
        bytes memory ofDelegation = signDelegation(SIGNER_KEY, delegation);
        vm.prank(signer);
        escrow.revoke(delegation);
        vm.warp(delegation.expiry);
        expectRefused(
            voucherTo(payee, 10),
            ofDelegation,
            abi.encodeWithSelector(Delegations.DelegationExpired.selector, delegation.delegate, delegation.expiry)
        );
    }

    function claimDelegated(Escrow.Voucher memory voucher, bytes memory ofDelegation) private returns (uint256) {
        return escrow.claimDelegated(voucher, signDelegated(SESSION_KEY, voucher, delegation), delegation, ofDelegation);
    }

    function outOfScope() private view returns (bytes memory) {
        return abi.encodeWithSelector(Delegations.DelegationOutOfScope.selector, delegation.delegate, payer, payee);
    }

    function expectRefused(Escrow.Voucher memory voucher, bytes memory ofDelegation, bytes memory reason) private {
        bytes memory signature = signDelegated(SESSION_KEY, voucher, delegation);
        vm.expectRevert(reason);
        escrow.claimDelegated(voucher, signature, delegation, ofDelegation);
    }
}
