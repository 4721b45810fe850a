// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../Base.t.sol";
import {Handler} from "./Handler.sol";

/// The numbered invariants of ../../INVARIANTS.md, after any sequence of what the people of a network may do.
contract NetworkInvariantTest is Base {
    Handler private handler;
    bytes32[2] private authorities;
    address[2] private payoutAddresses;

    function setUp() public override {
        super.setUp();
        authorities = [bytes32("us/irs with a key"), "uk/hmrc"];
        handler = new Handler(escrow, authorities);
        for (uint256 i = 0; i < authorities.length; ++i) {
            payoutAddresses[i] = vm.addr(handler.authorityKey(i));
            escrow.registerAuthority(authorities[i], payoutAddresses[i]);
        }
    }

    /// Foundry asks for this: only the handler is called at random.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    /// One campaign for all of them: each sequence of calls is looked at from every side.
    function invariant_AllThatAlwaysHolds() external view {
        check1_TheEscrowHoldsTheSumOfItsBooks();
        check2_DepositedIsClaimedPlusWithdrawnPlusBalance();
        check3_ClaimedNeverExceedsTheHighestPromise();
        check4_CommittedIsWhatPayeesDrewOrHaveReserved();
        check5_NoMoreIsCommittedThanFunded();
        check6_APayoutIsItsSetAsidePlusTheRest();
        check7_MoneyIsNeitherMadeNorLost();
        check8_NothingIsPaidTwice();
        check13_ASessionKeyStaysWithinItsLimit();
        check22_PayManyKeepsNothing();
    }

    /// Deposits that were not paid out yet, and set-asides that were not remitted yet.
    function check1_TheEscrowHoldsTheSumOfItsBooks() private view {
        uint256 sum;
        for (uint256 i = 0; i < handler.PAYERS(); ++i) {
            for (uint256 j = 0; j < handler.SIGNERS(); ++j) {
                sum += left(handler.payer(i), handler.signer(j));
            }
        }
        for (uint256 k = 0; k < handler.PAYEES(); ++k) {
            for (uint256 i = 0; i < authorities.length; ++i) {
                sum += escrow.setAsideOf(handler.payee(k), authorities[i]);
            }
        }
        vm.assertEq(token.balanceOf(address(escrow)), sum, "1: the escrow holds the sum of its books");
    }

    function check2_DepositedIsClaimedPlusWithdrawnPlusBalance() private view {
        for (uint256 i = 0; i < handler.PAYERS(); ++i) {
            for (uint256 j = 0; j < handler.SIGNERS(); ++j) {
                (address payer_, address signer_) = (handler.payer(i), handler.signer(j));
                vm.assertEq(
                    handler.deposited(payer_, signer_),
                    claimedOf(payer_, signer_) + handler.withdrawn(payer_, signer_) + left(payer_, signer_),
                    "2: deposited = claimed + withdrawn + left"
                );
            }
        }
    }

    function check3_ClaimedNeverExceedsTheHighestPromise() private view {
        for (uint256 i = 0; i < handler.PAYERS(); ++i) {
            for (uint256 j = 0; j < handler.SIGNERS(); ++j) {
                (address payer_, address signer_) = (handler.payer(i), handler.signer(j));
                for (uint256 k = 0; k < handler.PAYEES(); ++k) {
                    address payee_ = handler.payee(k);
                    vm.assertLe(
                        escrow.claimedBy(payer_, signer_, payee_),
                        handler.highestSigned(payer_, signer_, payee_),
                        "3: claimed is at most what was signed"
                    );
                }
            }
        }
    }

    function check4_CommittedIsWhatPayeesDrewOrHaveReserved() private view {
        for (uint256 i = 0; i < handler.PAYERS(); ++i) {
            for (uint256 j = 0; j < handler.SIGNERS(); ++j) {
                (address payer_, address signer_) = (handler.payer(i), handler.signer(j));
                (, uint96 committed,,) = escrow.accountOf(payer_, signer_);
                uint256 sum;
                for (uint256 k = 0; k < handler.PAYEES(); ++k) {
                    (uint96 claimed, uint96 reserved,,) = escrow.channelOf(payer_, signer_, handler.payee(k));
                    sum += claimed > reserved ? claimed : reserved;
                }
                vm.assertEq(committed, sum, "4: committed = the sum of what each payee drew or has reserved");
            }
        }
    }

    function check5_NoMoreIsCommittedThanFunded() private view {
        for (uint256 i = 0; i < handler.PAYERS(); ++i) {
            for (uint256 j = 0; j < handler.SIGNERS(); ++j) {
                (uint96 funded, uint96 committed,,) = escrow.accountOf(handler.payer(i), handler.signer(j));
                vm.assertLe(committed, funded, "5: no coin is promised twice");
            }
        }
    }

    function claimedOf(address payer_, address signer_) private view returns (uint256 sum) {
        for (uint256 k = 0; k < handler.PAYEES(); ++k) {
            sum += escrow.claimedBy(payer_, signer_, handler.payee(k));
        }
    }

    /// What is still there of an account, reserved or not.
    function left(address payer_, address signer_) private view returns (uint256) {
        (uint96 funded,,,) = escrow.accountOf(payer_, signer_);
        return funded - claimedOf(payer_, signer_);
    }

    function check6_APayoutIsItsSetAsidePlusTheRest() private view {
        for (uint256 k = 0; k < handler.PAYEES(); ++k) {
            address payee_ = handler.payee(k);
            uint256 received =
                token.balanceOf(payee_) + token.balanceOf(handler.walletOf(payee_)) - handler.refundedTo(payee_);
            vm.assertEq(
                handler.setAsideInAll(payee_), handler.setAside(payee_), "6: the set-aside is the planned share"
            );
            vm.assertEq(handler.earned(payee_), handler.setAside(payee_) + received, "6: payout = set-aside + the rest");
        }
    }

    function check7_MoneyIsNeitherMadeNorLost() private view {
        uint256 sum = token.balanceOf(address(escrow));
        for (uint256 i = 0; i < handler.PAYERS(); ++i) {
            sum += token.balanceOf(handler.payer(i));
        }
        for (uint256 k = 0; k < handler.PAYEES(); ++k) {
            sum += token.balanceOf(handler.payee(k)) + token.balanceOf(handler.walletOf(handler.payee(k)));
        }
        for (uint256 i = 0; i < authorities.length; ++i) {
            sum += token.balanceOf(payoutAddresses[i]);
        }
        vm.assertEq(handler.minted(), sum, "7: money is neither made nor lost");
    }

    function check8_NothingIsPaidTwice() private view {
        for (uint256 k = 0; k < handler.PAYEES(); ++k) {
            uint256 claimed;
            for (uint256 i = 0; i < handler.PAYERS(); ++i) {
                for (uint256 j = 0; j < handler.SIGNERS(); ++j) {
                    claimed += escrow.claimedBy(handler.payer(i), handler.signer(j), handler.payee(k));
                }
            }
            vm.assertEq(
                handler.earned(handler.payee(k)), claimed + handler.given(handler.payee(k)), "8: a payee is paid once"
            );
        }
        for (uint256 i = 0; i < authorities.length; ++i) {
            vm.assertEq(
                token.balanceOf(payoutAddresses[i]), handler.remittedTo(authorities[i]), "8: an authority is paid once"
            );
        }
    }

    function check13_ASessionKeyStaysWithinItsLimit() private view {
        for (uint256 j = 0; j < handler.SIGNERS(); ++j) {
            (uint96 drawn,,) = escrow.grantOf(escrow.hashDelegation(handler.delegationOf(j)));
            vm.assertEq(drawn, handler.drawnByDelegate(handler.signer(j)), "13: what a session key drew is counted");
            vm.assertLe(drawn, handler.DELEGATED(), "13: a session key stays within its limit");
        }
    }

    function check22_PayManyKeepsNothing() private view {
        vm.assertEq(token.balanceOf(address(handler.payMany())), 0, "22: a batch pays out all of it");
    }
}
