// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";
import {CallingSigner, ContractSigner} from "../../ContractSigner.sol";
import {Delegations} from "../../../src/Delegations.sol";
import {Escrow} from "../../../src/Escrow.sol";
import {Payment, payment} from "../../../src/Payment.sol";
import {TaxVault} from "../../../src/TaxVault.sol";

/// A word given on one chain, to one escrow, as one kind of message, counts nowhere else and as nothing else.
contract ReplayTest is Base {
    uint256 private constant DELEGATE_KEY = 0xDE1;
    uint256 private constant AUTHORITY_KEY = 0xA07;

    Escrow.Voucher private voucher;
    Escrow.Reservation private reservation;
    Delegations.Delegation private delegation;
    Payment[] private promises;
    bytes private voucherSignature;
    bytes private statementSignature;
    bytes private reservationSignature;
    bytes private delegationSignature;
    bytes private delegatedSignature;
    bytes private refundSignature;

    function setUp() public override {
        super.setUp();
        escrow.registerAuthority("ae/fta", vm.addr(AUTHORITY_KEY));
        signAll();
        promises.push(payment(payee, 10));
        statementSignature = signStatement(SIGNER_KEY, promises);
    }

    function signAll() private {
        voucher = voucherTo(payee, 10);
        reservation = Escrow.Reservation(payer, signer, payee, 10, 0);
        delegation =
            Delegations.Delegation(signer, vm.addr(DELEGATE_KEY), payer, payee, 100, uint40(block.timestamp + 1), 0);
        voucherSignature = sign(SIGNER_KEY, voucher);
        reservationSignature = signReservation(SIGNER_KEY, reservation);
        delegationSignature = signDelegation(SIGNER_KEY, delegation);
        delegatedSignature = signDelegated(DELEGATE_KEY, voucher, delegation);
        refundSignature = signStruct(
            AUTHORITY_KEY,
            keccak256(
                abi.encode(
                    keccak256("Refund(address taxpayer,bytes32 authority,bytes32 filedReturn,uint256 amount)"),
                    payee,
                    bytes32("ae/fta"),
                    bytes32("return"),
                    10
                )
            )
        );
    }

    /// The money is there, and so is all that the words could be good for.
    function provide() private {
        fund(payer, signer, 100);
        token.mint(address(this), 10);
        token.approve(address(escrow), 10);
        escrow.setAside(payee, "ae/fta", 10);
    }

    function test_TheyAreGoodWhereTheyWereGiven() external {
        provide();
        uint256 start = token.balanceOf(payee);
        escrow.reserve(reservation, reservationSignature);
        escrow.claimDelegated(voucher, delegatedSignature, delegation, delegationSignature);
        vm.assertEq(escrow.claimStatement(payer, signer, promises, statementSignature), 0); // drawn already
        vm.prank(payee);
        escrow.refund("ae/fta", 10, "return", refundSignature);
        vm.assertEq(token.balanceOf(payee), start + 20);
    }

    function test_RevertWhen_OnAnotherChain() external {
        provide();
        vm.chainId(block.chainid + 1);
        expectNoneCounts();
    }

    function test_RevertWhen_InAnotherEscrow() external {
        escrow = new Escrow(token, address(this), CHALLENGE_DELAY);
        escrow.registerAuthority("ae/fta", vm.addr(AUTHORITY_KEY));
        provide();
        expectNoneCounts();
    }

    /// One kind of message never passes for another, whatever its fields.
    function test_RevertWhen_TakenForAnotherKind() external {
        provide();
        bytes[5] memory others =
            [statementSignature, reservationSignature, delegationSignature, delegatedSignature, refundSignature];
        for (uint256 i = 0; i < others.length; ++i) {
            voucherSignature = others[i];
            vm.expectRevert(abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, signer, payee, 10));
            escrow.claim(voucher, voucherSignature);
        }
        vm.expectRevert(abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, signer, payee, 10));
        escrow.claimDelegated(voucher, sign(DELEGATE_KEY, voucher), delegation, delegationSignature);
    }

    /// A wallet (ERC-1271) whose owner signed for itself as a key has not signed for the wallet's account.
    function test_RevertWhen_AnOwnersOwnVoucherIsUsedForItsWallet() external {
        ContractSigner wallet_ = new ContractSigner(signer);
        fund(payer, address(wallet_), 100);
        Escrow.Voucher memory ofWallet = Escrow.Voucher(payer, address(wallet_), payee, 10);
        vm.expectRevert(abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, address(wallet_), payee, 10));
        escrow.claim(ofWallet, voucherSignature);
    }

    /// Asking a contract for its signature lets it look at things, and do nothing.
    function test_RevertWhen_TheSignerActsWhenItIsAsked() external {
        CallingSigner caller = new CallingSigner();
        fund(payer, address(caller), 100);
        Escrow.Voucher memory ofCaller = Escrow.Voucher(payer, address(caller), payee, 10);
        caller.arm(address(escrow), abi.encodeCall(escrow.setPlan, (wallet, IRS, 0)));
        bytes memory refused =
            abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, address(caller), payee, 10);
        vm.expectRevert(refused);
        escrow.claim(ofCaller, "");
        caller.arm(address(escrow), abi.encodeCall(escrow.accountOf, (payer, signer)));
        vm.assertEq(escrow.claim(ofCaller, ""), 10);
    }

    function expectNoneCounts() private {
        vm.expectRevert(abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, signer, payee, 10));
        escrow.claim(voucher, voucherSignature);
        vm.expectRevert(abi.encodeWithSelector(Escrow.StatementNotSigned.selector, payer, signer));
        escrow.claimStatement(payer, signer, promises, statementSignature);
        vm.expectRevert(abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, signer, payee, 10));
        escrow.reserve(reservation, reservationSignature);
        vm.expectRevert(abi.encodeWithSelector(Escrow.InvalidSignature.selector, payer, signer, payee, 10));
        escrow.claimDelegated(voucher, delegatedSignature, delegation, delegationSignature);
        vm.expectRevert(
            abi.encodeWithSelector(
                TaxVault.RefundNotSigned.selector, payee, bytes32("ae/fta"), bytes32("return"), uint256(10)
            )
        );
        vm.prank(payee);
        escrow.refund("ae/fta", 10, "return", refundSignature);
    }
}
