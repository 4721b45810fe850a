// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Agreement} from "../../../src/Agreement.sol";
import {Account, Input, Interval, State} from "../../../src/AgreementState.sol";
import {Vm} from "../../concrete/agreement/AgreementBase.sol";
import {AgreementHandler} from "./AgreementHandler.sol";

/// The invariants 15 to 20 of ../../../INVARIANTS.md, after any sequence of what people may do with agreements.
/// forge-config: default.invariant.runs = 32
contract AgreementInvariantTest {
    Vm private constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);
    uint64 private constant FAR = type(uint64).max;

    AgreementHandler private handler;
    Agreement private agreement;
    address[2] private assets;
    address[3] private owners;

    function setUp() external {
        handler = new AgreementHandler();
        (agreement, assets, owners) = handler.contracts();
        for (uint256 i = 1; i < 4; ++i) {
            handler.openOne(i);
        }
    }

    /// Foundry asks for this: only the handler is called at random.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), new bytes4[](6));
        targets[0].selectors[0] = AgreementHandler.openOne.selector;
        targets[0].selectors[1] = AgreementHandler.play.selector;
        targets[0].selectors[2] = AgreementHandler.playTwo.selector;
        targets[0].selectors[3] = AgreementHandler.interfere.selector;
        targets[0].selectors[4] = AgreementHandler.push.selector;
        targets[0].selectors[5] = AgreementHandler.pass.selector;
    }

    function invariant_AllThatAlwaysHolds() external view {
        uint256 count = handler.count();
        uint256[2] memory held;
        for (uint256 i = 0; i < count; ++i) {
            AgreementHandler.Known memory known = handler.known(i);
            State memory state = abi.decode(known.state, (State));
            check16_NoAccountIsEmptyOrTwice(state);
            check20_TheHashIsOfWhatWasPublished(known, state);
            if (!known.over) check17_TimeAloneLeadsToTheEnd(known, state);
            for (uint256 j = 0; j < state.accounts.length; ++j) {
                held[state.accounts[j].token == address(0) ? 0 : 1] += state.accounts[j].amount;
            }
        }
        check15_MoneyIsNeitherMadeNorLost(held);
    }

    function check15_MoneyIsNeitherMadeNorLost(uint256[2] memory held) private view {
        for (uint256 i = 0; i < 2; ++i) {
            uint256 owed;
            for (uint256 j = 0; j < 3; ++j) {
                owed += agreement.owedTo(owners[j], assets[i]);
            }
            vm.assertEq(balanceOf(i), held[i] + owed, "15: what is held = accounts + what is owed");
            vm.assertEq(
                handler.paidIn(assets[i]), held[i] + handler.paidOut(assets[i]), "15: paid in = held + paid out"
            );
        }
    }

    function balanceOf(uint256 asset) private view returns (uint256) {
        if (assets[asset] == address(0)) return address(agreement).balance;
        (bool success, bytes memory answer) =
            assets[asset].staticcall(abi.encodeWithSignature("balanceOf(address)", address(agreement)));
        require(success);
        return abi.decode(answer, (uint256));
    }

    function check16_NoAccountIsEmptyOrTwice(State memory state) private pure {
        for (uint256 i = 0; i < state.accounts.length; ++i) {
            Account memory one = state.accounts[i];
            vm.assertTrue(one.amount > 0, "16: no account is empty");
            for (uint256 j = 0; j < i; ++j) {
                Account memory other = state.accounts[j];
                vm.assertTrue(one.owner != other.owner || one.token != other.token, "16: no account comes twice");
            }
        }
    }

    function check17_TimeAloneLeadsToTheEnd(AgreementHandler.Known memory known, State memory state) private view {
        (bytes32 remaining, State memory end,,) =
            agreement.preview(known.remaining, state, Interval(FAR, FAR), new Input[](0), known.items);
        vm.assertEq(remaining, keccak256(hex"00"), "17: time alone closes it");
        vm.assertEq(end.accounts.length, 0, "17: and everything has been paid out");
    }

    function check20_TheHashIsOfWhatWasPublished(AgreementHandler.Known memory known, State memory state) private view {
        bytes32 expected = known.over ? bytes32(uint256(1)) : keccak256(abi.encode(known.remaining, state));
        vm.assertEq(agreement.commitmentOf(known.id), expected, "20: the stored hash is of the newest terms and state");
    }

    /// After each sequence, time alone really ends all agreements, and nothing stays but what payees refused.
    function afterInvariant() external {
        handler.passAll();
        for (uint256 i = 0; i < handler.count(); ++i) {
            vm.assertTrue(handler.known(i).over, "17: every agreement ends");
        }
        check15_MoneyIsNeitherMadeNorLost([uint256(0), 0]);
    }
}
