// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Agreement} from "../../../src/Agreement.sol";
import {Input} from "../../../src/AgreementState.sol";
import {WrongAmount} from "../../../src/AgreementSemantics.sol";
import {AgreementBase} from "./AgreementBase.sol";

contract PermitTest is AgreementBase {
    bytes[] private calls;

    function setUp() public override {
        super.setUp();
        vm.prank(buyer);
        token.approve(address(agreement), 0);
        open(escrow(address(token)));
    }

    function test_DepositsWithoutAnApproval() external {
        calls.push(permitOf(BUYER_KEY, uint256(PRICE)));
        calls.push(depositCall(PRICE));
        vm.prank(buyer);
        agreement.multicall(calls);
        vm.assertEq(token.balanceOf(address(agreement)), uint256(PRICE));
        vm.assertEq(token.allowance(buyer, address(agreement)), 0);
    }

    function test_WhenSomebodySentThePermitBefore() external {
        calls.push(permitOf(BUYER_KEY, uint256(PRICE)));
        vm.prank(stranger);
        agreement.multicall(calls);
        calls.push(depositCall(PRICE));
        vm.prank(buyer);
        agreement.multicall(calls);
        vm.assertEq(token.balanceOf(address(agreement)), uint256(PRICE));
    }

    function test_RevertWhen_ThePermitIsBad() external {
        calls.push(permitOf(ARBITER_KEY, uint256(PRICE)));
        calls.push(depositCall(PRICE));
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector, address(agreement), 0, uint256(PRICE)
            )
        );
        vm.prank(buyer);
        agreement.multicall(calls);
    }

    /// The other end of a sale sends the buyer's two signatures: one for the token, one for the agreement.
    function test_AStrangerSendsBothSignatures() external {
        calls.push(permitOf(BUYER_KEY, uint256(PRICE)));
        Input[] memory inputs = one(signed(BUYER_KEY, deposit(buyer, buyer, address(token), PRICE)));
        calls.push(abi.encodeCall(Agreement.advance, (id, remaining, state(), instant(), inputs, items)));
        vm.prank(stranger);
        agreement.multicall(calls);
        vm.assertEq(token.balanceOf(address(agreement)), uint256(PRICE));
    }

    function test_OpensAndPaysInAtOnce() external {
        bytes32 opened = agreement.idOf(buyer, "at once", remaining);
        calls.push(abi.encodeCall(Agreement.open, (remaining, "at once", items)));
        calls.push(permitOf(BUYER_KEY, uint256(PRICE)));
        id = opened;
        calls.push(depositCall(PRICE));
        vm.prank(buyer);
        agreement.multicall(calls);
        vm.assertTrue(agreement.commitmentOf(opened) != 0);
        vm.assertEq(token.balanceOf(address(agreement)), uint256(PRICE));
    }

    function test_RevertWhen_OneOfTheCallsFails() external {
        calls.push(permitOf(BUYER_KEY, uint256(PRICE)));
        calls.push(depositCall(PRICE + 1));
        vm.expectRevert(abi.encodeWithSelector(WrongAmount.selector, PRICE, PRICE + 1));
        vm.prank(buyer);
        agreement.multicall(calls);
        vm.assertEq(token.allowance(buyer, address(agreement)), 0);
    }

    /// Each step would count them as its own.
    function test_RevertWhen_CoinsComeWithIt() external {
        calls.push(depositCall(PRICE));
        vm.prank(buyer);
        (bool done,) = address(agreement).call{value: 1}(abi.encodeCall(agreement.multicall, (calls)));
        vm.assertTrue(!done);
    }

    function depositCall(int256 amount) private view returns (bytes memory) {
        Input[] memory inputs = one(deposit(buyer, buyer, address(token), amount));
        return abi.encodeCall(Agreement.advance, (id, remaining, state(), instant(), inputs, items));
    }

    /// The buyer's permit for `amount`, as this key signs it.
    function permitOf(uint256 key, uint256 amount) private view returns (bytes memory) {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                buyer,
                address(agreement),
                amount,
                token.nonces(buyer),
                NOW + 1
            )
        );
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(key, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), structHash)));
        return abi.encodeCall(Agreement.permit, (token, buyer, amount, NOW + 1, v, r, s));
    }
}
