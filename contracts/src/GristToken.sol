// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title The reward token of a local network: ERC-20 with EIP-2612 permits and EIP-3009 authorisations.
/// @notice All of it is made at once, for the network's founder to hand out. Nobody can make more, take or freeze any.
contract GristToken is ERC20, ERC20Permit, ERC3009 {
    constructor(address founder, uint256 supply) ERC20("Grist", "GRIST") ERC20Permit("Grist") {
        _mint(founder, supply);
    }
}
