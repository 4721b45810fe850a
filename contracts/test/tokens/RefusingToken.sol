// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// Can refuse a receiver, as stablecoins with a blacklist do: by an error, by returning false, without a word, or by
/// burning all gas.
contract RefusingToken is ERC20 {
    enum Manner {
        Accept,
        Error,
        False,
        Silence,
        Waste
    }

    mapping(address => Manner) private mannerOf;

    error Refused(address to);

    constructor() ERC20("Refusing", "NO") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function refuse(address to, Manner manner) external {
        mannerOf[to] = manner;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        Manner manner = mannerOf[to];
        if (manner == Manner.Error) revert Refused(to);
        if (manner == Manner.False) return false;
        if (manner == Manner.Silence) revert();
        if (manner == Manner.Waste) {
            assembly ("memory-safe") {
                invalid()
            }
        }
        return super.transfer(to, amount);
    }
}
