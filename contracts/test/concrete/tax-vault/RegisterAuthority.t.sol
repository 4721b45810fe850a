// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";
import {TaxVault} from "../../../src/TaxVault.sol";

contract RegisterAuthorityTest is Base {
    bytes32 private constant HMRC = "uk/hmrc";

    function test_RevertWhen_TheCallerIsNotTheRegistrar() external {
        vm.expectRevert(abi.encodeWithSelector(TaxVault.NotRegistrar.selector, stranger, address(this)));
        vm.prank(stranger);
        escrow.registerAuthority(HMRC, stranger);
    }

    function test_RevertWhen_ThePayoutAddressCannotHoldMoney() external {
        vm.expectRevert(abi.encodeWithSelector(TaxVault.InvalidPayoutAddress.selector, HMRC, address(0)));
        escrow.registerAuthority(HMRC, address(0));
        vm.expectRevert(abi.encodeWithSelector(TaxVault.InvalidPayoutAddress.selector, HMRC, address(escrow)));
        escrow.registerAuthority(HMRC, address(escrow));
    }

    function test_RevertGiven_ItIsRegistered() external {
        vm.expectRevert(abi.encodeWithSelector(TaxVault.AuthorityAlreadyRegistered.selector, IRS, irsPayoutAddress));
        escrow.registerAuthority(IRS, stranger);
    }

    function test_Registers() external {
        vm.expectEmit(address(escrow));
        emit TaxVault.AuthorityRegistered(HMRC, stranger);
        escrow.registerAuthority(HMRC, stranger);
        vm.assertEq(escrow.payoutAddressOf(HMRC), stranger);
    }
}
