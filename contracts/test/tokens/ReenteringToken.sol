// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// Calls whom it was told to in the middle of each transfer, and fails when that fails.
contract ReenteringToken is ERC20 {
    address private target;
    bytes private call;

    constructor() ERC20("Evil", "EVIL") {}

    function arm(address target_, bytes calldata call_) external {
        (target, call) = (target_, call_);
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (target == address(0) || from == address(0)) return;
        (bool success, bytes memory reason) = target.call(call);
        if (success) return;
        assembly ("memory-safe") {
            revert(add(reason, 32), mload(reason))
        }
    }
}
