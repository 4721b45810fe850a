// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Payment} from "./Payment.sol";

/// @title Pays many people from one's own wallet in one transaction.
/// @notice For who needs no vouchers: nothing is deposited and nothing is kept. All are paid, or none is.
contract PayMany {
    using SafeERC20 for IERC20;

    error InvalidPayee(address payee);
    error TokenTakesFee(IERC20 token, uint256 sum, uint256 arrived);

    /// @notice Pays each its amount of the caller's `token`, of which the caller approved the sum before. A token that
    /// takes a fee on transfers is refused: what a payee is to get could not be had. So is a payment to who could not pass
    /// it on: zero, the token, this contract.
    function payMany(IERC20 token, Payment[] calldata payments) external {
        uint256 sum;
        for (uint256 i = 0; i < payments.length; ++i) {
            address payee = payments[i].payeeOf();
            require(payee != address(0) && payee != address(token) && payee != address(this), InvalidPayee(payee));
            sum += payments[i].amountOf();
        }
        // Pulled once and paid from here: a transfer from the caller to each would read its allowance each time.
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), sum);
        uint256 arrived = token.balanceOf(address(this)) - before;
        require(arrived >= sum, TokenTakesFee(token, sum, arrived));
        for (uint256 i = 0; i < payments.length; ++i) {
            token.safeTransfer(payments[i].payeeOf(), payments[i].amountOf());
        }
    }
}
