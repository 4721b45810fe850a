// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// One payment in one word: the payee in the upper 20 bytes, the amount in the lower 12. A batch of them costs half the
/// calldata of two words each; 2^96 - 1 minor units are 79 billion coins of 18 decimals.
type Payment is bytes32;

using {payeeOf, amountOf} for Payment global;

function payment(address payee, uint256 amount) pure returns (Payment) {
    // The caller's amount fits: each of them was checked against an account, which counts in 96 bits.
    return Payment.wrap(bytes32(uint256(uint160(payee)) << 96 | amount));
}

function payeeOf(Payment self) pure returns (address) {
    return address(bytes20(Payment.unwrap(self)));
}

function amountOf(Payment self) pure returns (uint256) {
    return uint96(uint256(Payment.unwrap(self)));
}
