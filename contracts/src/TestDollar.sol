// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title The play money of a local test network, shaped like USDC: 6 decimals, EIP-2612 permits, EIP-3009
/// authorisations.
/// @notice Anyone may mint any amount, so it is worth nothing. On public chains the settlement asset is a real
/// stablecoin that is named when the contracts are deployed, and this contract is not.
contract TestDollar is ERC20, ERC20Permit, ERC3009 {
    constructor() ERC20("Gristmill Test Dollar", "GUSD") ERC20Permit("Gristmill Test Dollar") {}

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}
