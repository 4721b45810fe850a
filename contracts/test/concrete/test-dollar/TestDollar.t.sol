// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";

contract TestDollarTest is Base {
    function test_HasSixDecimals() external view {
        vm.assertEq(token.decimals(), 6);
        vm.assertEq(keccak256(bytes(token.symbol())), keccak256("GUSD"));
    }

    function test_AnyoneMayMint() external {
        vm.prank(stranger);
        token.mint(payee, 5);
        vm.assertEq(token.balanceOf(payee), 5);
        vm.assertEq(token.totalSupply(), 5);
    }
}
