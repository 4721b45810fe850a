// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";
import {TaxVault} from "../../../src/TaxVault.sol";

contract RefundTest is Base {
    uint256 private constant AUTHORITY_KEY = 0xA07;
    bytes32 private constant HMRC = "uk/hmrc";
    bytes32 private constant FILED = keccak256("SA103 2025-26");

    function setUp() public override {
        super.setUp();
        escrow.registerAuthority(HMRC, vm.addr(AUTHORITY_KEY));
        token.mint(address(this), 100);
        token.approve(address(escrow), 100);
        escrow.setAside(payee, HMRC, 100);
    }

    function test_RevertWhen_NobodyRegisteredTheAuthority() external {
        vm.expectRevert(abi.encodeWithSelector(TaxVault.AuthorityUnknown.selector, bytes32("fr/dgfip")));
        escrow.refund("fr/dgfip", 10, FILED, "");
    }

    function test_RevertWhen_TheAuthorityDidNotSignThis() external {
        bytes memory signature = signRefund(payee, 10);
        bytes memory refused = abi.encodeWithSelector(TaxVault.RefundNotSigned.selector, payee, HMRC, FILED, 11);
        vm.expectRevert(refused);
        refund(payee, 11, signature);
        vm.expectRevert(abi.encodeWithSelector(TaxVault.RefundNotSigned.selector, stranger, HMRC, FILED, 10));
        refund(stranger, 10, signature);
    }

    function test_RevertWhen_LessIsSetAside() external {
        bytes memory signature = signRefund(payee, 101);
        vm.expectRevert(abi.encodeWithSelector(TaxVault.SetAsideTooSmall.selector, payee, HMRC, 100, 101));
        refund(payee, 101, signature);
    }

    function test_PaysTheTaxpayerOnce() external {
        bytes memory signature = signRefund(payee, 30);
        vm.expectEmit(address(escrow));
        emit TaxVault.Refunded(payee, HMRC, FILED, 30);
        refund(payee, 30, signature);
        vm.assertEq(token.balanceOf(payee), 30);
        vm.assertEq(escrow.setAsideOf(payee, HMRC), 70);
        vm.expectRevert(abi.encodeWithSelector(TaxVault.AlreadyRefunded.selector, payee, HMRC, FILED, 30));
        refund(payee, 30, signature);
    }

    function refund(address taxpayer, uint256 amount, bytes memory signature) private {
        vm.prank(taxpayer);
        escrow.refund(HMRC, amount, FILED, signature);
    }

    function signRefund(address taxpayer, uint256 amount) private view returns (bytes memory) {
        return signStruct(
            AUTHORITY_KEY,
            keccak256(
                abi.encode(
                    keccak256("Refund(address taxpayer,bytes32 authority,bytes32 filedReturn,uint256 amount)"),
                    taxpayer,
                    HMRC,
                    FILED,
                    amount
                )
            )
        );
    }
}
