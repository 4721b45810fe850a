// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "../../Base.t.sol";
import {Stake} from "../../../src/Stake.sol";
import {TestDollar} from "../../../src/TestDollar.sol";
import {StakeHandler} from "./StakeHandler.sol";

/// Invariant 14 of ../../../INVARIANTS.md in its parts, after any sequence of bonds, slashes and time.
contract StakeInvariantTest {
    Vm private constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    StakeHandler private handler;
    Stake private stake;
    TestDollar private token;

    function setUp() external {
        vm.warp(1_780_000_000);
        handler = new StakeHandler();
        (stake, token) = (handler.stake(), handler.token());
    }

    /// Foundry asks for this: only the handler is called at random.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_AllThatAlwaysHolds() external view {
        checkTheStakeHoldsTheSumOfItsBooks();
        checkMoneyIsNeitherMadeNorLost();
        for (uint256 i = 0; i < handler.PROVIDERS(); ++i) {
            address provider = handler.provider(i);
            checkABondIsWhatCameLessWhatLeft(provider);
            checkNothingIsSlashedTwice(provider);
            checkWhatIsSecuredStaysSlashable(provider);
        }
    }

    function checkTheStakeHoldsTheSumOfItsBooks() private view {
        uint256 sum;
        for (uint256 i = 0; i < handler.PROVIDERS(); ++i) {
            (uint96 bonded,,) = stake.bondOf(handler.provider(i));
            sum += bonded;
        }
        for (uint256 i = 0; i < handler.OWNERS(); ++i) {
            address owner = handler.owner(i);
            sum += stake.awardedTo(owner);
            vm.assertEq(
                stake.awardedTo(owner) + handler.collectedBy(owner),
                handler.awardedTo(owner),
                "14: awards are paid once"
            );
        }
        vm.assertEq(token.balanceOf(address(stake)), sum, "14: it holds the sum of bonds and awards");
    }

    function checkMoneyIsNeitherMadeNorLost() private view {
        uint256 sum = token.balanceOf(address(stake)) + token.balanceOf(handler.provider(1));
        for (uint256 i = 0; i < handler.OWNERS(); ++i) {
            sum += token.balanceOf(handler.owner(i)); // the first provider is one of them
        }
        vm.assertEq(handler.minted(), sum, "14: money is neither made nor lost");
    }

    function checkABondIsWhatCameLessWhatLeft(address provider) private view {
        (uint96 bonded, uint96 unbonding, uint40 withdrawableAt) = stake.bondOf(provider);
        vm.assertEq(
            handler.bondedBy(provider),
            bonded + handler.unbondedBy(provider) + handler.slashedFrom(provider),
            "14: a bond is what came less what left"
        );
        vm.assertLe(unbonding, bonded, "14: no more is announced than bonded");
        vm.assertTrue(unbonding == 0 || withdrawableAt <= block.timestamp + handler.DELAY());
    }

    function checkNothingIsSlashedTwice(address provider) private view {
        uint256 sum;
        for (uint256 i = 0; i < handler.TASKS(); ++i) {
            bytes32 task = handler.task(i);
            uint256 taken = handler.takenFor(provider, task);
            vm.assertLe(taken, handler.mostFor(provider, task), "14: one verdict a task, and no more than it says");
            vm.assertEq(stake.takenBy(stake.slashedBy(provider, task)), taken, "14: what a verdict took is counted");
            sum += taken;
        }
        vm.assertEq(handler.slashedFrom(provider), sum, "14: nothing is taken but by verdicts");
    }

    function checkWhatIsSecuredStaysSlashable(address provider) private view {
        (uint96 bonded,,) = stake.bondOf(provider);
        vm.assertLe(handler.reliedOn(provider), bonded, "14: what is secured stays slashable for a whole delay");
    }
}
