// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Base} from "../../Base.t.sol";
import {FeeToken} from "../../tokens/FeeToken.sol";
import {ReenteringToken} from "../../tokens/ReenteringToken.sol";
import {Escrow} from "../../../src/Escrow.sol";
import {TaxVault} from "../../../src/TaxVault.sol";

contract DepositTest is Base {
    uint256 private constant PAYER_KEY = 0xACE;

    function test_RevertWhen_TheSignerIsZero() external {
        token.mint(payer, 1);
        vm.startPrank(payer);
        token.approve(address(escrow), 1);
        vm.expectRevert(Escrow.InvalidSigner.selector);
        escrow.deposit(address(0), 1);
        vm.stopPrank();
    }

    function test_RevertWhen_NothingArrives() external {
        vm.expectRevert(TaxVault.NothingArrived.selector);
        vm.prank(payer);
        escrow.deposit(signer, 0);
    }

    function test_RevertWhen_NotApproved() external {
        token.mint(payer, 10);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(escrow), 0, 10)
        );
        vm.prank(payer);
        escrow.deposit(signer, 10);
    }

    function test_WhenTheTokenTakesAFee_ItCreditsWhatArrived() external {
        FeeToken feeToken = new FeeToken();
        Escrow feeEscrow = new Escrow(feeToken, address(this), 1 days);
        feeToken.mint(payer, 1000);
        vm.startPrank(payer);
        feeToken.approve(address(feeEscrow), 1000);
        feeEscrow.deposit(signer, 1000);
        vm.stopPrank();
        (uint96 funded,,,) = feeEscrow.accountOf(payer, signer);
        vm.assertEq(funded, 990);
        vm.assertEq(feeToken.balanceOf(address(feeEscrow)), 990);
    }

    function test_RevertWhen_TheTokenCallsBack() external {
        ReenteringToken evil = new ReenteringToken();
        Escrow evilEscrow = new Escrow(evil, address(this), 1 days);
        evil.arm(address(evilEscrow), abi.encodeCall(Escrow.deposit, (signer, 1)));
        evil.mint(payer, 1000);
        vm.startPrank(payer);
        evil.approve(address(evilEscrow), 1000);
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        evilEscrow.deposit(signer, 1000);
        vm.stopPrank();
    }

    function test_AddsToOneAccount() external {
        fund(payer, signer, 30);
        token.mint(payer, 12);
        vm.startPrank(payer);
        token.approve(address(escrow), 12);
        vm.expectEmit(address(escrow));
        emit Escrow.Deposited(payer, signer, 12);
        escrow.deposit(signer, 12);
        vm.stopPrank();
        vm.assertEq(balanceOfAccount(payer, signer), 42);
        vm.assertEq(balanceOfAccount(payer, stranger), 0);
        vm.assertEq(balanceOfAccount(signer, signer), 0);
        vm.assertEq(token.balanceOf(address(escrow)), 42);
    }

    function test_Permit_DepositsInOneTransaction() external {
        address owner = vm.addr(PAYER_KEY);
        token.mint(owner, 50);
        (uint8 v, bytes32 r, bytes32 s) = permit(PAYER_KEY, owner, 50);
        vm.prank(owner);
        escrow.depositWithPermit(signer, 50, block.timestamp, v, r, s);
        vm.assertEq(balanceOfAccount(owner, signer), 50);
    }

    function test_Permit_GivenSomebodySentItBefore() external {
        address owner = vm.addr(PAYER_KEY);
        token.mint(owner, 50);
        (uint8 v, bytes32 r, bytes32 s) = permit(PAYER_KEY, owner, 50);
        vm.prank(stranger);
        token.permit(owner, address(escrow), 50, block.timestamp, v, r, s);
        vm.prank(owner);
        escrow.depositWithPermit(signer, 50, block.timestamp, v, r, s);
        vm.assertEq(balanceOfAccount(owner, signer), 50);
    }

    function test_Permit_RevertWhen_ItIsNotThePayers() external {
        address owner = vm.addr(PAYER_KEY);
        token.mint(owner, 50);
        (uint8 v, bytes32 r, bytes32 s) = permit(SIGNER_KEY, owner, 50);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(escrow), 0, 50)
        );
        vm.prank(owner);
        escrow.depositWithPermit(signer, 50, block.timestamp, v, r, s);
    }

    function test_RevertWhen_TheAccountCannotCountThatFar() external {
        fund(payer, signer, 10);
        uint256 amount = type(uint96).max - 9;
        token.mint(payer, amount);
        vm.startPrank(payer);
        token.approve(address(escrow), amount);
        vm.expectRevert(abi.encodeWithSelector(Escrow.AccountFull.selector, payer, signer, uint256(1) << 96));
        escrow.deposit(signer, amount);
        escrow.deposit(signer, amount - 1);
        vm.stopPrank();
        vm.assertEq(balanceOfAccount(payer, signer), type(uint96).max);
    }

    function test_Authorization_DepositsForThePayerWhoeverSendsIt() external {
        address owner = vm.addr(PAYER_KEY);
        token.mint(owner, 50);
        (uint8 v, bytes32 r, bytes32 s) = authorize(PAYER_KEY, owner, 50, signer);
        vm.prank(stranger);
        escrow.depositWithAuthorization(owner, signer, 50, 0, block.timestamp + 1, "salt", v, r, s);
        vm.assertEq(balanceOfAccount(owner, signer), 50);
        vm.assertEq(token.balanceOf(owner), 0);
    }

    function test_Authorization_RevertWhen_MeantForAnotherSigner() external {
        address owner = vm.addr(PAYER_KEY);
        token.mint(owner, 50);
        (uint8 v, bytes32 r, bytes32 s) = authorize(PAYER_KEY, owner, 50, signer);
        vm.expectRevert(ERC3009.ERC3009InvalidSignature.selector);
        vm.prank(stranger);
        escrow.depositWithAuthorization(owner, stranger, 50, 0, block.timestamp + 1, "salt", v, r, s);
    }

    function test_Authorization_RevertWhen_ItComesTwice() external {
        address owner = vm.addr(PAYER_KEY);
        token.mint(owner, 100);
        (uint8 v, bytes32 r, bytes32 s) = authorize(PAYER_KEY, owner, 50, signer);
        escrow.depositWithAuthorization(owner, signer, 50, 0, block.timestamp + 1, "salt", v, r, s);
        bytes32 nonce = keccak256(abi.encode(signer, bytes32("salt")));
        vm.expectRevert(abi.encodeWithSelector(ERC3009.ERC3009UsedAuthorization.selector, owner, nonce));
        escrow.depositWithAuthorization(owner, signer, 50, 0, block.timestamp + 1, "salt", v, r, s);
    }

    function authorize(uint256 key, address owner, uint256 amount, address forSigner)
        private
        view
        returns (uint8 v, bytes32 r, bytes32 s)
    {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256(
                    "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
                ),
                owner,
                address(escrow),
                amount,
                0,
                block.timestamp + 1,
                keccak256(abi.encode(forSigner, bytes32("salt")))
            )
        );
        return vm.sign(key, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), structHash)));
    }

    function permit(uint256 key, address owner, uint256 amount) private view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 struct_ = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                owner,
                address(escrow),
                amount,
                token.nonces(owner),
                block.timestamp
            )
        );
        return vm.sign(key, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), struct_)));
    }
}
