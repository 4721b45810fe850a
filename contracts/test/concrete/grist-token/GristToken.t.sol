// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";
import {GristToken} from "../../../src/GristToken.sol";

contract GristTokenTest is Base {
    uint256 private constant OWNER_KEY = 0x0AE;

    function test_AllOfItIsTheFounders() external {
        GristToken grist = new GristToken(payee, 1e24);
        vm.assertEq(grist.totalSupply(), 1e24);
        vm.assertEq(grist.balanceOf(payee), 1e24);
        vm.assertEq(grist.decimals(), 18);
    }

    function test_MovesByPermitAndByAuthorization() external {
        address owner = vm.addr(OWNER_KEY);
        GristToken grist = new GristToken(owner, 100);
        (uint8 v, bytes32 r, bytes32 s) = signAs(
            grist,
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                owner,
                stranger,
                60,
                0,
                block.timestamp
            )
        );
        grist.permit(owner, stranger, 60, block.timestamp, v, r, s);
        vm.assertEq(grist.allowance(owner, stranger), 60);

        (v, r, s) = signAs(
            grist,
            abi.encode(
                keccak256(
                    "TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
                ),
                owner,
                payee,
                40,
                0,
                block.timestamp + 1,
                bytes32("any")
            )
        );
        grist.transferWithAuthorization(owner, payee, 40, 0, block.timestamp + 1, "any", v, r, s);
        vm.assertEq(grist.balanceOf(payee), 40);
    }

    function signAs(GristToken grist, bytes memory message) private view returns (uint8, bytes32, bytes32) {
        return vm.sign(OWNER_KEY, keccak256(abi.encodePacked(hex"1901", grist.DOMAIN_SEPARATOR(), keccak256(message))));
    }
}
