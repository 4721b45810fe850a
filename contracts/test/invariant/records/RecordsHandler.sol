// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "../../Base.t.sol";
import {Anchor} from "../../../src/Anchor.sol";
import {RuleRegistry} from "../../../src/RuleRegistry.sol";

/// Operators who anchor their journals and publishers who publish rule packs, at random, and a book of what they did.
contract RecordsHandler {
    Vm private constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    struct Published {
        uint64 effectiveFrom;
        string cid;
    }

    uint256 public constant PEOPLE = 2;
    uint64 public constant DAYS = 8;
    bytes32 public constant JURISDICTION = "us";

    Anchor public immutable anchor = new Anchor();
    RuleRegistry public immutable registry = new RuleRegistry();

    mapping(address operator => Anchor.Mark) private markOf;
    mapping(address publisher => Published[]) private published;

    function person(uint256 i) public pure returns (address) {
        return address(uint160(0x1000 + i % PEOPLE));
    }

    function lastMarkOf(address operator) external view returns (Anchor.Mark memory) {
        return markOf[operator];
    }

    function packsOf(address publisher) external view returns (Published[] memory) {
        return published[publisher];
    }

    function mark(uint256 seed, bytes32 root, uint64 size) external {
        address operator = person(seed);
        size %= 1000;
        (, uint64 before,) = anchor.latest(operator);
        vm.prank(operator);
        try anchor.anchor(root, size) {
            vm.assertTrue(size > before);
            markOf[operator] = Anchor.Mark(root, size, uint64(block.timestamp));
        } catch (bytes memory reason) {
            vm.assertTrue(size <= before && bytes4(reason) == Anchor.JournalNotGrowing.selector);
        }
    }

    /// By the publisher itself, or by a stranger without its word.
    function publish(uint256 seed, uint64 effectiveFrom, string calldata cid, bool byStranger) external {
        address publisher = person(seed);
        effectiveFrom %= DAYS;
        vm.prank(byStranger ? address(0x57A) : publisher);
        try registry.publish(publisher, JURISDICTION, effectiveFrom, cid, "") returns (uint256 index) {
            vm.assertTrue(!byStranger && bytes(cid).length > 0);
            vm.assertEq(index, published[publisher].length);
            published[publisher].push(Published(effectiveFrom, cid));
        } catch {
            vm.assertTrue(byStranger || bytes(cid).length == 0);
        }
    }
}
