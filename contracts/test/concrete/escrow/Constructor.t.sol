// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";
import {Escrow} from "../../../src/Escrow.sol";

contract ConstructorTest is Base {
    function test_RevertWhen_TheDelayIsMoreThanAYear() external {
        vm.expectRevert(abi.encodeWithSelector(Escrow.ChallengeDelayTooLong.selector, 365 days + 1));
        new Escrow(token, address(this), 365 days + 1);
    }

    function test_KeepsWhatItWasGiven() external view {
        vm.assertEq(address(escrow.token()), address(token));
        vm.assertEq(escrow.registrar(), address(this));
        vm.assertEq(escrow.challengeDelay(), CHALLENGE_DELAY);
    }
}
