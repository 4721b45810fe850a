// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Agreement} from "../../../src/Agreement.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// A payee that does to a payment what it was made for, until it is told to take its money.
contract Payee {
    enum Manner {
        Refuse,
        BurnGas,
        CallBack,
        Accept
    }

    Agreement private immutable agreement;
    Manner private manner;
    bytes private callBack;
    bool public gotIn;

    constructor(Agreement agreement_, Manner manner_) {
        (agreement, manner) = (agreement_, manner_);
    }

    function willCall(bytes calldata callBack_) external {
        callBack = callBack_;
    }

    function accept() external {
        manner = Manner.Accept;
    }

    function collect(address token, address to) external returns (uint256) {
        return agreement.collect(token, to);
    }

    receive() external payable {
        require(manner != Manner.Refuse);
        while (manner == Manner.BurnGas) {}
        if (manner == Manner.CallBack) (gotIn,) = address(agreement).call(callBack);
    }
}

/// A payee that looks first whether there is gas for what it has to do, and refuses at once when there is not.
contract CarefulPayee {
    receive() external payable {
        require(gasleft() > 60_000);
    }
}

/// A token whose transfers answer as they were told to: with no word, true, another number, or more than anybody reads.
contract AnsweringToken is ERC20 {
    bytes private answer = abi.encode(true);

    constructor() ERC20("Answering", "ANS") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function willAnswer(bytes calldata answer_) external {
        answer = answer_;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        super.transfer(to, amount);
        bytes memory answer_ = answer;
        assembly ("memory-safe") {
            return(add(answer_, 32), mload(answer_))
        }
    }
}
