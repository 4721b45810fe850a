// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {TaxVault} from "./TaxVault.sol";

/// @title Splits a payee's income as the payee planned it: a share to the tax vault, the rest to its wallet.
/// @notice Router and vault are parts of the escrow rather than contracts beside it: a set-aside is then an entry in its
/// books instead of a second transfer, and no money is ever on its way between them.
abstract contract PayoutRouter is TaxVault {
    using SafeERC20 for IERC20;

    /// `wallet` is zero where there is no plan. It shares a slot with the share, which is all that most payouts read.
    struct Plan {
        address wallet;
        uint32 setAsidePpm;
        bytes32 authority;
    }

    uint32 private constant PPM = 1_000_000;

    mapping(address payee => Plan) public planOf;

    event PlanSet(address indexed payee, address wallet, bytes32 authority, uint32 setAsidePpm);
    event PlanCleared(address indexed payee);
    /// `setAside` of `amount` went to the vault, the rest to `wallet`.
    event Payout(address indexed payee, address wallet, uint256 amount, uint256 setAside);

    error InvalidWallet(address wallet);
    error ShareTooLarge(uint32 setAsidePpm);
    error NoPlan(address payee);

    /// @notice Sets the caller's own plan, from its next payout on: `setAsidePpm` millionths of each payout to the
    /// vault for `authority`, the rest to `wallet`. `authority` is ignored when nothing is set aside.
    function setPlan(address wallet, bytes32 authority, uint32 setAsidePpm) external {
        require(_canReceive(wallet), InvalidWallet(wallet));
        require(setAsidePpm <= PPM, ShareTooLarge(setAsidePpm));
        require(setAsidePpm == 0 || payoutAddressOf[authority] != address(0), AuthorityUnknown(authority));
        planOf[msg.sender] = Plan(wallet, setAsidePpm, authority);
        emit PlanSet(msg.sender, wallet, authority, setAsidePpm);
    }

    /// @notice Drops the caller's plan: from its next payout on all goes to the payee's own address.
    function clearPlan() external {
        require(hasPlan(msg.sender), NoPlan(msg.sender));
        delete planOf[msg.sender];
        emit PlanCleared(msg.sender);
    }

    /// @notice Pays `amount` of the caller's own money as `payee` planned it. Splits what arrived, which is less than
    /// `amount` for a token that takes a fee on transfers.
    function distribute(address payee, uint256 amount) external nonReentrant {
        require(hasPlan(payee), NoPlan(payee));
        _payOut(payee, _pull(amount));
    }

    function hasPlan(address payee) public view returns (bool) {
        return planOf[payee].wallet != address(0);
    }

    /// @notice How `amount` would be split under the payee's plan. The set-aside is rounded up, in favour of the vault:
    /// a unit too much stays the taxpayer's own, a unit too little is a debt.
    function split(address payee, uint256 amount) public view returns (uint256 setAside, uint256 walletAmount) {
        return _split(amount, planOf[payee].setAsidePpm);
    }

    /// Pays out money that this contract holds: by the payee's plan, or to the payee itself.
    function _payOut(address payee, uint256 amount) internal {
        Plan storage plan = planOf[payee];
        (address wallet, uint32 setAsidePpm) = (plan.wallet, plan.setAsidePpm);
        if (wallet == address(0)) return token.safeTransfer(payee, amount);

        (uint256 setAside, uint256 walletAmount) = _split(amount, setAsidePpm);
        if (setAside > 0) _setAside(payee, plan.authority, setAside);
        emit Payout(payee, wallet, amount, setAside);
        if (walletAmount > 0) token.safeTransfer(wallet, walletAmount);
    }

    function _split(uint256 amount, uint32 setAsidePpm) private pure returns (uint256 setAside, uint256 walletAmount) {
        setAside = Math.mulDiv(amount, setAsidePpm, PPM, Math.Rounding.Ceil);
        walletAmount = amount - setAside;
    }
}
