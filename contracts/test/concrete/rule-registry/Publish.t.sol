// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";
import {RuleRegistry} from "../../../src/RuleRegistry.sol";

contract PublishTest is Base {
    bytes32 private constant US = "us/federal/self-employment";
    uint64 private constant JANUARY_2026 = 1_767_225_600;
    uint64 private constant JANUARY_2027 = 1_798_761_600;

    RuleRegistry private registry;

    function setUp() public override {
        super.setUp();
        registry = new RuleRegistry();
    }

    function test_RevertWhen_ThereIsNoCid() external {
        vm.expectRevert(abi.encodeWithSelector(RuleRegistry.EmptyCid.selector, signer, US));
        publish(JANUARY_2026, "");
    }

    function test_RevertWhen_ThePublisherDidNotSignThis() external {
        bytes memory signature = signPack(JANUARY_2026, "bafy1", 0);
        bytes memory refused = abi.encodeWithSelector(RuleRegistry.NotSigned.selector, signer, US, 0);
        vm.expectRevert(refused);
        registry.publish(signer, US, JANUARY_2026, "bafy2", signature);
        vm.expectRevert(refused);
        registry.publish(signer, US, JANUARY_2027, "bafy1", signature);
    }

    function test_RevertWhen_ASignatureComesAgain() external {
        bytes memory signature = signPack(JANUARY_2026, "bafy1", 0);
        registry.publish(signer, US, JANUARY_2026, "bafy1", signature);
        publish(JANUARY_2026, "bafy2");
        vm.expectRevert(abi.encodeWithSelector(RuleRegistry.NotSigned.selector, signer, US, 2));
        registry.publish(signer, US, JANUARY_2026, "bafy1", signature);
    }

    function test_PublishesWhoeverSendsIt() external {
        bytes memory signature = signPack(JANUARY_2026, "bafy1", 0);
        vm.expectEmit(address(registry));
        emit RuleRegistry.Published(signer, US, JANUARY_2026, "bafy1", 0);
        vm.prank(stranger);
        vm.assertEq(registry.publish(signer, US, JANUARY_2026, "bafy1", signature), 0);
        vm.assertEq(registry.packCount(signer, US), 1);
        vm.assertEq(registry.packCount(stranger, US), 0);
        RuleRegistry.RulePack memory pack = registry.packFor(signer, US, JANUARY_2026);
        vm.assertEq(pack.effectiveFrom, JANUARY_2026);
        vm.assertEq(pack.publishedAt, block.timestamp);
    }

    function test_PackFor_IsTheLastInForceAndOfThoseTheNewest() external {
        publish(JANUARY_2027, "next year");
        publish(JANUARY_2026, "this year");
        assertPack(JANUARY_2026, "this year");
        publish(JANUARY_2026, "this year, corrected");
        assertPack(JANUARY_2026, "this year, corrected");
        assertPack(JANUARY_2027 - 1, "this year, corrected");
        assertPack(JANUARY_2027, "next year");
        assertPack(type(uint64).max, "next year");
    }

    function test_PackFor_RevertWhen_NoneWasInForce() external {
        publish(JANUARY_2026, "this year");
        vm.expectRevert(abi.encodeWithSelector(RuleRegistry.NoRulePack.selector, signer, US, JANUARY_2026 - 1));
        registry.packFor(signer, US, JANUARY_2026 - 1);
        vm.expectRevert(abi.encodeWithSelector(RuleRegistry.NoRulePack.selector, stranger, US, JANUARY_2026));
        registry.packFor(stranger, US, JANUARY_2026);
    }

    function publish(uint64 effectiveFrom, string memory cid) private {
        vm.prank(signer);
        registry.publish(signer, US, effectiveFrom, cid, "");
    }

    function assertPack(uint64 date, string memory cid) private view {
        vm.assertEq(keccak256(bytes(registry.packFor(signer, US, date).cid)), keccak256(bytes(cid)));
    }

    function signPack(uint64 effectiveFrom, string memory cid, uint256 index) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(SIGNER_KEY, registry.hashRulePack(signer, US, effectiveFrom, cid, index));
        return abi.encodePacked(r, s, v);
    }
}
