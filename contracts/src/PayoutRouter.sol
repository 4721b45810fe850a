// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {TaxVault} from "./TaxVault.sol";

/// @title Splits a payee's income as the payee planned it: a share to the tax vault, the rest to its wallet.
/// @notice Whoever pays through the router hands over its own money and nobody else's, so it needs no list of trusted
/// callers. It keeps nothing: what it pulls leaves it in the same transaction.
contract PayoutRouter is ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// `wallet` is zero where there is no plan.
    struct Plan {
        address wallet;
        uint32 setAsidePpm;
        bytes32 authority;
    }

    uint32 public constant PPM = 1_000_000;

    IERC20 public immutable token;
    TaxVault public immutable vault;

    mapping(address payee => Plan) public planOf;

    event PlanSet(address indexed payee, address wallet, bytes32 authority, uint32 setAsidePpm);
    event PlanCleared(address indexed payee);
    /// `setAside` of `amount` went to the vault, the rest to `wallet`.
    event Payout(
        address indexed payee, address indexed wallet, bytes32 indexed authority, uint256 amount, uint256 setAside
    );

    error InvalidWallet(address wallet);
    error ShareTooLarge(uint32 setAsidePpm);
    error AuthorityUnknown(bytes32 authority);
    error NoPlan(address payee);

    constructor(TaxVault vault_) {
        vault = vault_;
        token = vault_.token();
        token.forceApprove(address(vault_), type(uint256).max);
    }

    /// @notice Sets the caller's own plan, from its next payout on: `setAsidePpm` millionths of each payout to the
    /// vault for `authority`, the rest to `wallet`. `authority` is ignored when nothing is set aside.
    function setPlan(address wallet, bytes32 authority, uint32 setAsidePpm) external {
        // Either of these as a wallet would take money that nobody can get out again.
        require(
            wallet != address(0) && wallet != address(this) && wallet != address(vault) && wallet != address(token),
            InvalidWallet(wallet)
        );
        require(setAsidePpm <= PPM, ShareTooLarge(setAsidePpm));
        require(setAsidePpm == 0 || vault.payoutAddressOf(authority) != address(0), AuthorityUnknown(authority));
        planOf[msg.sender] = Plan(wallet, setAsidePpm, authority);
        emit PlanSet(msg.sender, wallet, authority, setAsidePpm);
    }

    /// @notice Drops the caller's plan: from its next payout on all goes to the payee's own address.
    function clearPlan() external {
        require(hasPlan(msg.sender), NoPlan(msg.sender));
        delete planOf[msg.sender];
        emit PlanCleared(msg.sender);
    }

    function hasPlan(address payee) public view returns (bool) {
        return planOf[payee].wallet != address(0);
    }

    /// @notice How `amount` would be split under the payee's plan. The set-aside is rounded up, in favour of the vault:
    /// a unit too much stays the taxpayer's own, a unit too little is a debt.
    function split(address payee, uint256 amount) public view returns (uint256 setAside, uint256 walletAmount) {
        setAside = Math.mulDiv(amount, planOf[payee].setAsidePpm, PPM, Math.Rounding.Ceil);
        walletAmount = amount - setAside;
    }

    /// @notice Pulls `amount` from the caller and splits it as `payee` planned.
    function distribute(address payee, uint256 amount) external nonReentrant {
        Plan memory plan = planOf[payee];
        require(plan.wallet != address(0), NoPlan(payee));
        // Money sent back to the one who pays it would be paid to nobody.
        require(plan.wallet != msg.sender, InvalidWallet(plan.wallet));
        (uint256 setAside, uint256 walletAmount) = split(payee, amount);
        emit Payout(payee, plan.wallet, plan.authority, amount, setAside);
        if (walletAmount > 0) token.safeTransferFrom(msg.sender, plan.wallet, walletAmount);
        if (setAside > 0) {
            token.safeTransferFrom(msg.sender, address(this), setAside);
            // All there is rather than `setAside`: a token that takes a fee delivers less, and a stray coin leaves too.
            vault.setAside(payee, plan.authority, token.balanceOf(address(this)));
        }
    }
}
