// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// Changes balances without a transfer, as tokens do that follow a reserve.
contract RebasingToken is ERC20 {
    constructor() ERC20("Rebasing", "REB") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function rebase(address holder, uint256 balance) external {
        _burn(holder, balanceOf(holder));
        _mint(holder, balance);
    }
}
