// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Base} from "../../Base.t.sol";
import {ReenteringToken} from "../../tokens/ReenteringToken.sol";
import {Escrow} from "../../../src/Escrow.sol";

contract ReserveTest is Base {
    function setUp() public override {
        super.setUp();
        fund(payer, signer, 100);
    }

    function test_RevertWhen_NotTheSigners() external {
        Escrow.Reservation memory reservation = Escrow.Reservation(payer, signer, payee, 60, 0);
        bytes memory signature = signReservation(0xBAD, reservation);
        vm.expectRevert(abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, signer, payee, 60));
        vm.prank(payee);
        escrow.reserve(reservation, signature);
    }

    function test_RevertWhen_ThePayeeCannotReceive() external {
        address[3] memory nobodies = [address(0), address(escrow), address(token)];
        for (uint256 i = 0; i < nobodies.length; ++i) {
            Escrow.Reservation memory reservation = Escrow.Reservation(payer, signer, nobodies[i], 60, 0);
            vm.expectRevert(abi.encodeWithSelector(Escrow.InvalidPayee.selector, nobodies[i]));
            vm.prank(signer);
            escrow.reserve(reservation, "");
        }
    }

    function test_RevertWhen_NotAboveWhatIsSecured() external {
        reserve(payee, 60);
        Escrow.Reservation memory reservation = Escrow.Reservation(payer, signer, payee, 60, 0);
        vm.expectRevert(abi.encodeWithSelector(Escrow.ReservationNotIncreasing.selector, payer, signer, payee, 60, 60));
        vm.prank(signer);
        escrow.reserve(reservation, "");
        claim(voucherTo(payee, 80));
        reservation.cumulative = 80;
        vm.expectRevert(abi.encodeWithSelector(Escrow.ReservationNotIncreasing.selector, payer, signer, payee, 80, 80));
        vm.prank(signer);
        escrow.reserve(reservation, "");
    }

    function test_RevertWhen_TheSameCoinWasPromisedAlready() external {
        reserve(payee, 60);
        Escrow.Reservation memory reservation = Escrow.Reservation(payer, signer, stranger, 41, 0);
        vm.expectRevert(abi.encodeWithSelector(Escrow.BalanceTooSmall.selector, payer, signer, 40, 41));
        vm.prank(signer);
        escrow.reserve(reservation, "");
    }

    function test_KeepsTheMoneyForThePayee() external {
        Escrow.Reservation memory reservation = Escrow.Reservation(payer, signer, payee, 60, 0);
        vm.assertEq(escrow.hashReservation(reservation), digestOf(reservation));
        bytes memory signature = signReservation(SIGNER_KEY, reservation);
        vm.expectEmit(address(escrow));
        emit Escrow.Reserved(payer, signer, payee, 60);
        vm.prank(payee); // anyone may send it
        escrow.reserve(reservation, signature);
        vm.assertEq(balanceOfAccount(payer, signer), 40);

        Escrow.Voucher memory other = voucherTo(stranger, 41);
        bytes memory otherSignature = sign(SIGNER_KEY, other);
        vm.expectRevert(abi.encodeWithSelector(Escrow.BalanceTooSmall.selector, payer, signer, 40, 41));
        escrow.claim(other, otherSignature);
        vm.assertEq(claim(voucherTo(stranger, 40)), 40);
        vm.assertEq(claim(voucherTo(payee, 60)), 60);
        vm.assertEq(token.balanceOf(address(escrow)), 0);
    }

    function test_AClaimAboveItDrawsTheRestFromTheAccount() external {
        reserve(payee, 60);
        vm.assertEq(claim(voucherTo(payee, 90)), 90);
        vm.assertEq(balanceOfAccount(payer, signer), 10);
        Escrow.Voucher memory voucher = voucherTo(payee, 101);
        bytes memory signature = sign(SIGNER_KEY, voucher);
        vm.expectRevert(abi.encodeWithSelector(Escrow.BalanceTooSmall.selector, payer, signer, 10, 11));
        escrow.claim(voucher, signature);
    }

    function test_CountsWhatWasClaimedBefore() external {
        claim(voucherTo(payee, 30));
        reserve(payee, 60);
        vm.assertEq(balanceOfAccount(payer, signer), 40);
        reserve(payee, 70);
        vm.assertEq(balanceOfAccount(payer, signer), 30);
    }

    function test_CannotBeWithdrawn() external {
        reserve(payee, 60);
        vm.expectRevert(abi.encodeWithSelector(Escrow.BalanceTooSmall.selector, payer, signer, 40, 41));
        vm.prank(payer);
        escrow.requestWithdrawal(signer, 41);
    }

    function test_GivenAWithdrawalIsAnnounced_ItPaysWhatIsLeft() external {
        vm.prank(payer);
        escrow.requestWithdrawal(signer, 100);
        reserve(payee, 60);
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        vm.prank(payer);
        vm.assertEq(escrow.withdraw(signer), 40);
        vm.assertEq(claim(voucherTo(payee, 60)), 60);
    }

    function test_RequestRelease_RevertWhen_NothingIsLeftOfIt() external {
        reserve(payee, 60);
        claim(voucherTo(payee, 60));
        vm.expectRevert(abi.encodeWithSelector(Escrow.NothingReserved.selector, payer, signer, payee));
        vm.prank(payer);
        escrow.requestRelease(signer, payee);
    }

    function test_CancelRelease_RevertWhen_ItWasNotRequested() external {
        reserve(payee, 60);
        vm.expectRevert(abi.encodeWithSelector(Escrow.NoReleaseRequested.selector, payer, signer, payee));
        vm.prank(payer);
        escrow.cancelRelease(signer, payee);
        vm.prank(payer);
        escrow.requestRelease(signer, payee);
        vm.expectRevert(abi.encodeWithSelector(Escrow.NoReleaseRequested.selector, stranger, signer, payee));
        vm.prank(stranger);
        escrow.cancelRelease(signer, payee);
    }

    function test_CancelRelease_LeavesTheReservationAsItWas() external {
        reserve(payee, 60);
        vm.startPrank(payer);
        escrow.requestRelease(signer, payee);
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        vm.expectEmit(address(escrow));
        emit Escrow.ReleaseRequested(payer, signer, payee, 0);
        escrow.cancelRelease(signer, payee);
        vm.expectRevert(abi.encodeWithSelector(Escrow.ReleaseTooEarly.selector, payer, signer, payee, 0));
        escrow.release(payer, signer, payee);
        vm.stopPrank();
        vm.assertEq(balanceOfAccount(payer, signer), 40);
        vm.assertEq(claim(voucherTo(payee, 60)), 60);
    }

    function test_Release_RevertWhen_NothingIsReserved() external {
        vm.expectRevert(abi.encodeWithSelector(Escrow.NothingReserved.selector, payer, signer, payee));
        vm.prank(payee);
        escrow.release(payer, signer, payee);
    }

    function test_Release_RevertWhen_NotAnnouncedOrTooEarly() external {
        reserve(payee, 60);
        vm.expectRevert(abi.encodeWithSelector(Escrow.ReleaseTooEarly.selector, payer, signer, payee, 0));
        vm.prank(payer);
        escrow.release(payer, signer, payee);

        uint40 releasableAt = uint40(block.timestamp) + CHALLENGE_DELAY;
        vm.expectEmit(address(escrow));
        emit Escrow.ReleaseRequested(payer, signer, payee, releasableAt);
        vm.prank(payer);
        escrow.requestRelease(signer, payee);
        vm.warp(releasableAt - 1);
        vm.expectRevert(abi.encodeWithSelector(Escrow.ReleaseTooEarly.selector, payer, signer, payee, releasableAt));
        vm.prank(payer);
        escrow.release(payer, signer, payee);
    }

    function test_Release_GivesBackWhatVouchersHaveLeft() external {
        reserve(payee, 60);
        vm.prank(payer);
        escrow.requestRelease(signer, payee);
        claim(voucherTo(payee, 25)); // until then vouchers go on drawing
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        vm.expectEmit(address(escrow));
        emit Escrow.Released(payer, signer, payee, 35);
        vm.prank(payer);
        vm.assertEq(escrow.release(payer, signer, payee), 35);
        vm.assertEq(balanceOfAccount(payer, signer), 75);
        vm.assertEq(claim(voucherTo(payee, 35)), 10);
    }

    function test_Release_ByThePayeeAtAnyTime() external {
        reserve(payee, 60);
        vm.prank(payee);
        vm.assertEq(escrow.release(payer, signer, payee), 60);
        vm.assertEq(balanceOfAccount(payer, signer), 100);
    }

    function test_RevertWhen_AReleasedReservationComesBack() external {
        Escrow.Reservation memory reservation = Escrow.Reservation(payer, signer, payee, 60, 0);
        bytes memory signature = signReservation(SIGNER_KEY, reservation);
        escrow.reserve(reservation, signature);
        vm.prank(payee);
        escrow.release(payer, signer, payee);
        vm.expectRevert(abi.encodeWithSelector(Escrow.ReservationReleased.selector, payer, signer, payee, 0));
        escrow.reserve(reservation, signature);
        reserve(payee, 60); // a new word of the signer is another thing
        vm.assertEq(balanceOfAccount(payer, signer), 40);
    }

    function test_ANewReservationTakesBackTheAnnouncement() external {
        reserve(payee, 60);
        vm.prank(payer);
        escrow.requestRelease(signer, payee);
        reserve(payee, 70);
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        vm.expectRevert(abi.encodeWithSelector(Escrow.ReleaseTooEarly.selector, payer, signer, payee, 0));
        vm.prank(payer);
        escrow.release(payer, signer, payee);
    }

    /// A token that calls back and then refuses must find the books as they were when the claim began.
    function test_RevertWhen_TheTokenCallsBack() external {
        ReenteringToken evil = new ReenteringToken();
        escrow = new Escrow(evil, address(this), 1 days);
        evil.mint(payer, 100);
        vm.startPrank(payer);
        evil.approve(address(escrow), 100);
        escrow.deposit(signer, 100);
        vm.stopPrank();
        reserve(payee, 60);
        Escrow.Reservation memory more = Escrow.Reservation(payer, signer, payee, 70, 0);
        Escrow.Voucher memory voucher = voucherTo(payee, 10);
        bytes memory signature = sign(SIGNER_KEY, voucher);
        evil.arm(address(escrow), abi.encodeCall(Escrow.reserve, (more, signReservation(SIGNER_KEY, more))));
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        escrow.claim(voucher, signature);
        evil.arm(address(escrow), abi.encodeCall(Escrow.release, (payer, signer, payee)));
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        escrow.claim(voucher, signature);
    }

    function digestOf(Escrow.Reservation memory reservation) private view returns (bytes32) {
        (, string memory name, string memory version, uint256 chainId, address place,,) = escrow.eip712Domain();
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256(bytes(name)),
                keccak256(bytes(version)),
                chainId,
                place
            )
        );
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("Reservation(address payer,address signer,address payee,uint96 cumulative,uint24 releases)"),
                reservation
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }
}
