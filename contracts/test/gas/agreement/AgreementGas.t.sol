// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Agreement} from "../../../src/Agreement.sol";
import {Input, State} from "../../../src/AgreementState.sol";
import {AgreementBase} from "../../concrete/agreement/AgreementBase.sol";

/// What agreements cost, in gas of the whole transaction, between people who hold the token already. The figures are in
/// ../../../snapshots/agreements.json.
/// forge-config: default.isolate = true
contract AgreementGasTest is AgreementBase {
    bytes32[] private hashes;
    mapping(bytes32 hash => bytes) private itemOf;

    function setUp() public override {
        super.setUp();
        token.mint(seller, 1);
        token.mint(address(agreement), 1);
        vm.deal(seller, 1);
    }

    function measured(address sender, Input[] memory inputs, uint256 coins, string memory name) private {
        State memory before = state();
        (bytes32 next, State memory after_,,) = agreement.preview(remaining, before, instant(), inputs, items);
        bytes memory call_ = abi.encodeCall(Agreement.advance, (id, remaining, before, instant(), inputs, items));
        vm.prank(sender);
        (bool done,) = address(agreement).call{value: coins}(call_);
        require(done);
        vm.snapshotGasLastCall("agreements", name);
        (remaining, stateBytes) = (next, abi.encode(after_));
    }

    /// Each step brings only the items on its way, as the client sends them.
    function test_Escrow() external {
        story(address(token), 0, "");
    }

    function test_EscrowOfCoins() external {
        story(NATIVE, uint256(PRICE), " of coins");
    }

    function story(address asset, uint256 coins, string memory suffix) private {
        (bytes32 root, bytes memory deciding) = written(asset);
        State memory empty;
        empty.minTime = uint64(block.timestamp * 1000);
        id = agreement.open(root, "salt", items);
        vm.snapshotGasLastCall("agreements", string.concat("open", suffix));
        (remaining, stateBytes) = (root, abi.encode(empty));
        items = bytes.concat(items, deciding);
        measured(buyer, one(deposit(buyer, buyer, asset, PRICE)), coins, string.concat("deposit", suffix));
        items = deciding;
        measured(arbiter, one(choose(VERDICT, arbiter, 1)), 0, string.concat("choice that pays and closes", suffix));
        vm.assertTrue(isOver());
    }

    /// The escrow of the other tests, in as few bytes as it takes: what it is opened with, and what follows the deposit.
    function written(address asset) private returns (bytes32 root, bytes memory deciding) {
        bytes32 toSeller = pay(buyer, false, seller, asset, short(PRICE), CLOSE);
        bytes memory forSeller = choiceCase(VERDICT, arbiter, hex"01", hex"01010101", toSeller);
        bytes memory forBuyer = choiceCase(VERDICT, arbiter, hex"01", hex"0000", CLOSE);
        bytes32 decision = when(DECIDE_BY, bytes.concat(forSeller, forBuyer), toSeller);
        deciding = items;
        items = hex"";
        root = when(PAY_BY, depositCase(buyer, buyer, asset, short(PRICE), decision), CLOSE);
    }

    function short(int256 number) private pure returns (bytes memory) {
        return bytes.concat(hex"0101", bytes1(uint8(uint256(number))));
    }

    /// Monthly payments over 4 years: a step costs the same however many are to come.
    function test_Vesting() external {
        vest(4, "timeout that pays 1 of 4");
        vest(48, "timeout that pays 1 of 48");
    }

    function vest(uint256 months, string memory name) private {
        items = hex"";
        bytes32 root = CLOSE;
        bytes[] memory steps = new bytes[](months);
        for (uint256 i = 0; i < months; ++i) {
            items = hex"";
            root = pay(buyer, false, seller, address(token), short(2), root);
            root = when(uint64((NOW + 30 days * (months - i)) * 1000), hex"", root);
            steps[i] = items;
        }
        items = hex"";
        bytes memory all;
        for (uint256 i = 0; i < months; ++i) {
            all = bytes.concat(all, steps[i]);
        }
        bytes32 start = when(PAY_BY, depositCase(buyer, buyer, address(token), short(100), root), CLOSE);
        bytes memory first = items;
        vm.warp(NOW);
        State memory empty;
        empty.minTime = uint64(block.timestamp * 1000);
        id = agreement.open(start, bytes32(months), first);
        (remaining, stateBytes) = (start, abi.encode(empty));
        items = bytes.concat(first, all);
        move(buyer, one(deposit(buyer, buyer, address(token), 100)));
        vm.warp(NOW + 30 days);
        items = bytes.concat(steps[months - 1], steps[months - 2]);
        measured(stranger, nothing(), 0, name);
    }

    /// The longest way that may be: 63 payees who each waste all the gas that they may use, 64 remembered values, and as
    /// many operations as there may be, each of which looks through all of them.
    function test_TheLongestWayFitsIntoATransaction() external {
        bytes32 root = CLOSE;
        address burner = address(new Burner());
        bytes memory look = hex"06017a";
        for (uint256 i = 0; i < 191; ++i) {
            look = bytes.concat(look, hex"06017a08");
        }
        for (uint256 i = 0; i < 62; ++i) {
            root = pay(buyer, false, burner, NATIVE, short(1), root);
        }
        root = pay(buyer, false, burner, NATIVE, bytes.concat(look, short(1), hex"08"), root);
        for (uint256 i = 0; i < 63; ++i) {
            root = remember(bytes32((0x61 + i) << 240), hex"0100", root);
        }
        root = when(uint64((NOW + 2 days) * 1000), hex"", root);
        open(when(PAY_BY, depositCase(buyer, buyer, NATIVE, short(100), root), CLOSE));
        move(buyer, one(deposit(buyer, buyer, NATIVE, 100)), 100);
        vm.warp(NOW + 2 days);
        measured(stranger, nothing(), 0, "longest way: 63 payees who waste their gas");
        vm.assertEq(agreement.owedTo(burner, NATIVE), 63);
    }
}

contract Burner {
    receive() external payable {
        while (true) {}
    }
}
