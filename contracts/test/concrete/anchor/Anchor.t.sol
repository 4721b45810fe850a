// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";
import {Anchor} from "../../../src/Anchor.sol";

contract AnchorTest is Base {
    function test_RevertWhen_TheSizeDoesNotGrow() external {
        vm.expectRevert(abi.encodeWithSelector(Anchor.JournalNotGrowing.selector, address(this), 0, 0));
        anchor.anchor("root", 0);
        anchor.anchor("root", 5);
        vm.expectRevert(abi.encodeWithSelector(Anchor.JournalNotGrowing.selector, address(this), 5, 5));
        anchor.anchor("other", 5);
        vm.expectRevert(abi.encodeWithSelector(Anchor.JournalNotGrowing.selector, address(this), 5, 4));
        anchor.anchor("other", 4);
    }

    function test_WhenItGrows() external {
        anchor.anchor("first", 1);
        vm.expectEmit(address(anchor));
        emit Anchor.Anchored(address(this), "second", 2);
        anchor.anchor("second", 2);
        (bytes32 root, uint64 size, uint64 anchoredAt) = anchor.latest(address(this));
        vm.assertEq(root, "second");
        vm.assertEq(size, 2);
        vm.assertEq(anchoredAt, block.timestamp);
        (, uint64 othersSize,) = anchor.latest(stranger);
        vm.assertEq(othersSize, 0);
    }
}
