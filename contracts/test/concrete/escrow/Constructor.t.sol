// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";
import {Escrow} from "../../../src/Escrow.sol";

contract ConstructorTest is Base {
    function test_RevertWhen_TheDelayIsMoreThanAYear() external {
        vm.expectRevert(abi.encodeWithSelector(Escrow.ChallengeDelayOutOfRange.selector, 365 days + 1));
        new Escrow(token, address(this), 365 days + 1);
    }

    function test_RevertWhen_ThereIsNoDelay() external {
        vm.expectRevert(abi.encodeWithSelector(Escrow.ChallengeDelayOutOfRange.selector, 0));
        new Escrow(token, address(this), 0);
    }

    function test_KeepsWhatItWasGiven() external view {
        vm.assertEq(address(escrow.token()), address(token));
        vm.assertEq(escrow.registrar(), address(this));
        vm.assertEq(escrow.challengeDelay(), CHALLENGE_DELAY);
    }
}
