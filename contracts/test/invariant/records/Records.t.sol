// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "../../Base.t.sol";
import {Anchor} from "../../../src/Anchor.sol";
import {RuleRegistry} from "../../../src/RuleRegistry.sol";
import {RecordsHandler} from "./RecordsHandler.sol";

/// The invariants 23 and 24 of ../../../INVARIANTS.md: what is on record stays on record.
contract RecordsInvariantTest {
    Vm private constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    RecordsHandler private handler;

    function setUp() external {
        handler = new RecordsHandler();
    }

    /// Foundry asks for this: only the handler is called at random.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_AllThatAlwaysHolds() external view {
        for (uint256 i = 0; i < handler.PEOPLE(); ++i) {
            check23_AMarkIsTheOperatorsNewest(handler.person(i));
            check24_PacksStayInTheirOrder(handler.person(i));
        }
    }

    function check23_AMarkIsTheOperatorsNewest(address operator) private view {
        Anchor.Mark memory expected = handler.lastMarkOf(operator);
        (bytes32 root, uint64 size, uint64 anchoredAt) = handler.anchor().latest(operator);
        vm.assertEq(root, expected.root);
        vm.assertEq(size, expected.size, "23: the newest mark");
        vm.assertEq(anchoredAt, expected.anchoredAt, "23: and when it was set");
    }

    /// For each day, the pack in force is the one that a reader of the whole list would find.
    function check24_PacksStayInTheirOrder(address publisher) private view {
        (RuleRegistry registry, bytes32 jurisdiction) = (handler.registry(), handler.JURISDICTION());
        RecordsHandler.Published[] memory packs = handler.packsOf(publisher);
        vm.assertEq(registry.packCount(publisher, jurisdiction), packs.length, "24: nothing is lost, nothing added");
        for (uint64 day = 0; day < handler.DAYS(); ++day) {
            bool found;
            RecordsHandler.Published memory best;
            for (uint256 i = 0; i < packs.length; ++i) {
                if (packs[i].effectiveFrom > day || (found && packs[i].effectiveFrom < best.effectiveFrom)) continue;
                (found, best) = (true, packs[i]);
            }
            try registry.packFor(publisher, jurisdiction, day) returns (RuleRegistry.RulePack memory pack) {
                vm.assertTrue(found);
                vm.assertEq(keccak256(bytes(pack.cid)), keccak256(bytes(best.cid)));
            } catch {
                vm.assertFalse(found);
            }
        }
    }
}
