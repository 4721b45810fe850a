// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../Base.t.sol";

contract PayoutRouterFuzzTest is Base {
    /// Invariant 6: the parts make the whole, and the set-aside is the share rounded up: never a unit short of it, never
    /// a whole unit above it.
    function testFuzz_SplitsToTheLastUnit(uint128 amount, uint32 ppm) external {
        ppm = ppm % 1_000_001;
        plan(payee, ppm);
        (uint256 setAside, uint256 walletAmount) = escrow.split(payee, amount);
        vm.assertEq(setAside + walletAmount, amount);
        uint256 exact = uint256(amount) * ppm;
        vm.assertLe(exact, setAside * 1e6, "set aside at least the share");
        vm.assertLe(setAside * 1e6, exact + 999_999, "less than a unit above it");
    }

    /// Invariants 4 and 6, with the money moved.
    function testFuzz_KeepsNothing(uint96 amount, uint32 ppm) external {
        if (amount == 0) return;
        plan(payee, ppm % 1_000_001);
        (uint256 setAside, uint256 walletAmount) = escrow.split(payee, amount);
        fund(payer, signer, amount);
        claim(voucherTo(payee, amount));
        vm.assertEq(token.balanceOf(wallet), walletAmount);
        vm.assertEq(escrow.setAsideOf(payee, IRS), setAside);
        vm.assertEq(token.balanceOf(address(escrow)), setAside);
    }
}
