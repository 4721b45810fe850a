// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Agreement} from "../../../src/Agreement.sol";
import {Account, Choice, BoundValue, Input, InputKind, Interval, State} from "../../../src/AgreementState.sol";
import {TestDollar} from "../../../src/TestDollar.sol";

/// The few of Foundry's cheatcodes that these tests use (https://getfoundry.sh/reference/cheatcodes/overview).
interface Vm {
    function addr(uint256 key) external pure returns (address);
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function prank(address sender) external;
    function warp(uint256 timestamp) external;
    function chainId(uint256 id) external;
    function deal(address owner, uint256 balance) external;
    function expectRevert(bytes calldata expected) external;
    function expectRevert(bytes4 expected) external;
    function expectEmit(address emitter) external;
    function snapshotGasLastCall(string calldata group, string calldata name) external returns (uint256);
    function assertEq(uint256 left, uint256 right) external pure;
    function assertEq(uint256 left, uint256 right, string calldata message) external pure;
    function assertEq(int256 left, int256 right) external pure;
    function assertEq(bytes32 left, bytes32 right) external pure;
    function assertEq(bytes32 left, bytes32 right, string calldata message) external pure;
    function assertEq(bytes calldata left, bytes calldata right) external pure;
    function assertGe(uint256 left, uint256 right, string calldata message) external pure;
    function assertLe(uint256 left, uint256 right) external pure;
    function assertTrue(bool condition) external pure;
    function assertTrue(bool condition, string calldata message) external pure;
}

/// Terms as people would write them, in bytes; and an agreement that remembers where it stands.
/// Written out from the format rather than asked of the contract, so that it checks the contract.
abstract contract AgreementBase {
    Vm internal constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    uint256 internal constant NOW = 1_780_000_000;
    /// In milliseconds, as terms have it.
    uint64 internal constant PAY_BY = uint64(NOW + 1 days) * 1000;
    uint64 internal constant DECIDE_BY = uint64(NOW + 2 days) * 1000;
    int256 internal constant PRICE = 100;
    address internal constant NATIVE = address(0);
    bytes32 internal constant CLOSE = keccak256(hex"00");
    bytes32 internal constant VERDICT = "verdict";

    uint256 internal constant BUYER_KEY = 0xB1;
    uint256 internal constant ARBITER_KEY = 0xA2;
    address internal immutable buyer = vm.addr(BUYER_KEY);
    address internal immutable arbiter = vm.addr(ARBITER_KEY);
    address internal constant seller = address(0x5E11E2);
    address internal constant stranger = address(0x57A);

    Agreement internal agreement;
    TestDollar internal token;

    /// Every item that was written, each with its length before it.
    bytes internal items;
    bytes32 internal id;
    bytes32 internal remaining;
    /// abi.encode(State): storage cannot hold lists of structs from memory.
    bytes internal stateBytes;
    uint256 private opened;

    function setUp() public virtual {
        vm.warp(NOW);
        agreement = new Agreement();
        token = new TestDollar();
        token.mint(buyer, 1_000_000);
        vm.prank(buyer);
        token.approve(address(agreement), type(uint256).max);
        vm.deal(buyer, 100 ether);
        vm.deal(stranger, 100 ether);
    }

    // What agreements look like

    /// The buyer pays in; the arbiter says whether the seller gets it; when the arbiter says nothing, the seller does.
    function escrow(address asset) internal returns (bytes32) {
        return escrow(asset, buyer, seller, arbiter);
    }

    function escrow(address asset, address from, address to, address judge) internal returns (bytes32) {
        bytes32 toSeller = pay(from, false, to, asset, num(PRICE), CLOSE);
        bytes memory forSeller = choiceCase(VERDICT, judge, hex"01", between(1, 1), toSeller);
        bytes memory forBuyer = choiceCase(VERDICT, judge, hex"01", between(0, 0), CLOSE);
        bytes32 decision = when(DECIDE_BY, bytes.concat(forSeller, forBuyer), toSeller);
        return when(PAY_BY, depositCase(from, from, asset, num(PRICE), decision), CLOSE);
    }

    function put(bytes memory item) internal returns (bytes32) {
        items = bytes.concat(items, bytes2(uint16(item.length)), item);
        return keccak256(item);
    }

    function pay(address from, bool inside, address to, address asset, bytes memory value, bytes32 next)
        internal
        returns (bytes32)
    {
        bytes1 kind = inside ? bytes1(0x01) : bytes1(0x00);
        return put(bytes.concat(hex"01", bytes20(from), kind, bytes20(to), bytes20(asset), program(value), next));
    }

    function branch(bytes memory condition, bytes32 whenTrue, bytes32 whenFalse) internal returns (bytes32) {
        return put(bytes.concat(hex"02", program(condition), whenTrue, whenFalse));
    }

    function when(uint64 timeout, bytes memory cases, bytes32 onTimeout) internal returns (bytes32) {
        bytes32 list = put(bytes.concat(hex"06", cases));
        return put(bytes.concat(hex"03", bytes8(timeout), list, onTimeout));
    }

    function remember(bytes32 name, bytes memory value, bytes32 next) internal returns (bytes32) {
        return put(bytes.concat(hex"04", nameBytes(name), program(value), next));
    }

    function assertThat(bytes memory condition, bytes32 next) internal returns (bytes32) {
        return put(bytes.concat(hex"05", program(condition), next));
    }

    function depositCase(address by, address into, address asset, bytes memory amount, bytes32 next)
        internal
        pure
        returns (bytes memory)
    {
        return bytes.concat(hex"01", bytes20(into), bytes20(by), bytes20(asset), program(amount), next);
    }

    function choiceCase(bytes32 name, address owner, bytes1 count, bytes memory bounds, bytes32 next)
        internal
        pure
        returns (bytes memory)
    {
        return bytes.concat(hex"02", nameBytes(name), bytes20(owner), count, bounds, next);
    }

    function notifyCase(bytes memory condition, bytes32 next) internal pure returns (bytes memory) {
        return bytes.concat(hex"03", program(condition), next);
    }

    function between(int256 from, int256 to) internal pure returns (bytes memory) {
        return bytes.concat(bytes1(0x20), bytes32(uint256(from)), bytes1(0x20), bytes32(uint256(to)));
    }

    function program(bytes memory code) internal pure returns (bytes memory) {
        return bytes.concat(bytes2(uint16(code.length)), code);
    }

    function num(int256 number) internal pure returns (bytes memory) {
        return bytes.concat(hex"0120", bytes32(uint256(number)));
    }

    function money(address account, address asset) internal pure returns (bytes memory) {
        return bytes.concat(hex"02", bytes20(account), bytes20(asset));
    }

    function chosen(bytes32 name, address owner) internal pure returns (bytes memory) {
        return bytes.concat(hex"03", nameBytes(name), bytes20(owner));
    }

    function used(bytes32 name) internal pure returns (bytes memory) {
        return bytes.concat(hex"06", nameBytes(name));
    }

    function nameBytes(bytes32 name) internal pure returns (bytes memory text) {
        uint256 length;
        while (length < 32 && name[length] != 0) ++length;
        text = new bytes(length + 1);
        text[0] = bytes1(uint8(length));
        for (uint256 i = 0; i < length; ++i) {
            text[i + 1] = name[i];
        }
    }

    // What people do

    function deposit(address by, address into, address asset, int256 amount)
        internal
        pure
        returns (Input memory input)
    {
        (input.kind, input.party, input.account, input.token, input.number) =
        (InputKind.Deposit, by, into, asset, amount);
    }

    function choose(bytes32 name, address owner, int256 number) internal pure returns (Input memory input) {
        (input.kind, input.party, input.name, input.number) = (InputKind.Choice, owner, name, number);
    }

    function notification() internal pure returns (Input memory input) {
        input.kind = InputKind.Notify;
    }

    function one(Input memory input) internal pure returns (Input[] memory inputs) {
        inputs = new Input[](1);
        inputs[0] = input;
    }

    function two(Input memory first, Input memory second) internal pure returns (Input[] memory inputs) {
        inputs = new Input[](2);
        (inputs[0], inputs[1]) = (first, second);
    }

    function nothing() internal pure returns (Input[] memory) {
        return new Input[](0);
    }

    function signed(uint256 key, Input memory input) internal view returns (Input memory) {
        return signed(key, input, remaining, state().inputs, block.chainid, id);
    }

    /// Written out from EIP-712 rather than asked of the contract, so that it checks the contract.
    function signed(uint256 key, Input memory input, bytes32 terms, uint64 nonce, uint256 chain, bytes32 agreement_)
        internal
        view
        returns (Input memory)
    {
        bytes32 structHash = input.kind == InputKind.Deposit
            ? keccak256(
                abi.encode(
                    keccak256(
                        "Deposit(bytes32 agreement,bytes32 terms,uint64 nonce,address by,address into,address token,int256 amount)"
                    ),
                    agreement_,
                    terms,
                    nonce,
                    input.party,
                    input.account,
                    input.token,
                    input.number
                )
            )
            : keccak256(
                abi.encode(
                    keccak256(
                        "Choice(bytes32 agreement,bytes32 terms,uint64 nonce,address owner,bytes32 name,int256 chosen)"
                    ),
                    agreement_,
                    terms,
                    nonce,
                    input.party,
                    input.name,
                    input.number
                )
            );
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Gristmill Agreement"),
                keccak256("1"),
                chain,
                address(agreement)
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, keccak256(abi.encodePacked(hex"1901", domain, structHash)));
        input.signature = abi.encodePacked(r, s, v);
        return input;
    }

    function open(bytes32 root) internal {
        State memory empty;
        empty.minTime = uint64(block.timestamp * 1000);
        id = agreement.open(root, bytes32(++opened), items);
        (remaining, stateBytes) = (root, abi.encode(empty));
    }

    function state() internal view returns (State memory) {
        return abi.decode(stateBytes, (State));
    }

    function instant() internal view returns (Interval memory) {
        return Interval(uint64(block.timestamp * 1000), uint64(block.timestamp * 1000));
    }

    function move(address sender, Input[] memory inputs) internal {
        move(sender, inputs, 0);
    }

    /// Sends a transaction, and remembers what comes of it.
    function move(address sender, Input[] memory inputs, uint256 coins) internal {
        State memory before = state();
        (bytes32 next, State memory after_,,) = agreement.preview(remaining, before, instant(), inputs, items);
        vm.prank(sender);
        agreement.advance{value: coins}(id, remaining, before, instant(), inputs, items);
        (remaining, stateBytes) = (next, abi.encode(after_));
    }

    /// Sends a transaction that must be refused in this way.
    function refused(address sender, Input[] memory inputs, uint256 coins, bytes memory expected) internal {
        State memory before = state();
        bytes memory all = items;
        vm.expectRevert(expected);
        vm.prank(sender);
        agreement.advance{value: coins}(id, remaining, before, instant(), inputs, all);
    }

    function refused(address sender, Input[] memory inputs, bytes memory expected) internal {
        refused(sender, inputs, 0, expected);
    }

    function isOver() internal view returns (bool) {
        return agreement.commitmentOf(id) == bytes32(uint256(1));
    }
}
