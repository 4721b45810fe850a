// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Payment} from "./Payment.sol";

/// @title Pays many people from one's own wallet in one transaction.
/// @notice For who needs no vouchers: nothing is deposited and nothing is kept. All are paid, or none is.
contract PayMany {
    using SafeERC20 for IERC20;

    error TokenTakesFee(IERC20 token, uint256 sum, uint256 arrived);

    /// @notice Pays each its amount of the caller's `token`, of which the caller approved the sum before. A token that
    /// takes a fee on transfers is refused: what a payee is to get could not be had.
    function payMany(IERC20 token, Payment[] calldata payments) external {
        uint256 sum;
        for (uint256 i = 0; i < payments.length; ++i) {
            sum += payments[i].amountOf();
        }
        // Pulled once and paid from here: a transfer from the caller to each would read its allowance each time.
        token.safeTransferFrom(msg.sender, address(this), sum);
        uint256 arrived = token.balanceOf(address(this));
        require(arrived >= sum, TokenTakesFee(token, sum, arrived));
        for (uint256 i = 0; i < payments.length; ++i) {
            token.safeTransfer(payments[i].payeeOf(), payments[i].amountOf());
        }
    }
}
