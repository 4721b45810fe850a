// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "../../Base.t.sol";
import {Stake} from "../../../src/Stake.sol";
import {TestDollar} from "../../../src/TestDollar.sol";

/// Providers who bond and unbond, jurors who judge them, and a book of what they did. A provider may do all that it may
/// do in any order and at any time; verdicts come late, again, too large, about the same task, and with too few
/// signatures.
contract StakeHandler {
    Vm private constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    uint256 public constant PROVIDERS = 2;
    uint256 public constant OWNERS = 3;
    uint256 public constant TASKS = 2;
    uint40 public constant DELAY = 14 days;

    /// What is secured at some time: it must be there for a whole delay, less what slashes take.
    struct Promise {
        uint256 amount;
        uint256 until;
        uint256 slashedBefore;
    }

    TestDollar public immutable token = new TestDollar();
    Stake public immutable stake;
    /// In ascending order of their addresses.
    uint256[3] private jurorKeys = [uint256(11), 12, 13];

    // The book.
    uint256 public minted;
    mapping(address provider => uint256) public bondedBy;
    mapping(address provider => uint256) public unbondedBy;
    mapping(address provider => uint256) public slashedFrom;
    mapping(address owner => uint256) public awardedTo;
    mapping(address owner => uint256) public collectedBy;
    /// What was taken for a task, and what the one verdict that took it says.
    mapping(address provider => mapping(bytes32 task => uint256)) public takenFor;
    mapping(address provider => mapping(bytes32 task => uint256)) public mostFor;
    mapping(address provider => Promise[]) private promises;

    constructor() {
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 j = i + 1; j < 3; ++j) {
                if (vm.addr(jurorKeys[j]) < vm.addr(jurorKeys[i])) {
                    (jurorKeys[i], jurorKeys[j]) = (jurorKeys[j], jurorKeys[i]);
                }
            }
        }
        address[] memory jurors = new address[](3);
        for (uint256 i = 0; i < 3; ++i) {
            jurors[i] = vm.addr(jurorKeys[i]);
        }
        stake = new Stake(token, jurors, 2, DELAY, 300_000);
    }

    function provider(uint256 i) public pure returns (address) {
        return address(uint160(0x1000 + i % PROVIDERS));
    }

    /// Who is awarded: a prover, a requestor, and the first provider itself, who may prove another's fault.
    function owner(uint256 i) public pure returns (address) {
        return i % OWNERS == 0 ? provider(0) : address(uint160(0x2000 + i % OWNERS));
    }

    function task(uint256 i) public pure returns (bytes32) {
        return bytes32(1 + i % TASKS);
    }

    function bond(uint256 providerSeed, uint256 amount, bool bySomebodyElse) external {
        address to = provider(providerSeed);
        address from = bySomebodyElse ? address(0xB0B) : to;
        amount = amount % 1e12 + 1;
        token.mint(from, amount);
        minted += amount;
        vm.startPrank(from);
        token.approve(address(stake), amount);
        stake.bond(to, amount);
        vm.stopPrank();
        bondedBy[to] += amount;
    }

    function requestUnbonding(uint256 providerSeed, uint256 amount) external {
        address who = provider(providerSeed);
        (uint96 bonded,,) = stake.bondOf(who);
        vm.prank(who);
        // forge-lint: disable-next-line(unsafe-typecast)
        stake.requestUnbonding(uint96(amount % 2 == 0 ? bonded : amount % (uint256(bonded) + 1)));
    }

    function unbond(uint256 providerSeed) external {
        address who = provider(providerSeed);
        (, uint96 unbonding, uint40 withdrawableAt) = stake.bondOf(who);
        if (unbonding == 0 || block.timestamp < withdrawableAt) return;
        vm.prank(who);
        unbondedBy[who] += stake.unbond();
    }

    /// Somebody relies on what is secured: for a whole delay from now on.
    function rely(uint256 providerSeed) external {
        address on = provider(providerSeed);
        if (promises[on].length >= 8) return;
        promises[on].push(Promise(stake.securedBy(on), block.timestamp + DELAY, slashedFrom[on]));
    }

    /// Mostly the same verdict on a task, and sometimes another about it.
    function slash(uint256 providerSeed, uint256 taskSeed, uint256 otherSeed, uint256 signers) external {
        bool other = otherSeed % 4 == 0;
        Stake.Verdict memory verdict = Stake.Verdict({
            provider: provider(providerSeed),
            task: task(taskSeed),
            claimedResult: "claimed",
            rightResult: "right",
            // forge-lint: disable-next-line(unsafe-typecast)
            amount: other ? uint96(otherSeed % 1e12) : 15e11,
            prover: owner(other ? 1 : 0),
            requestor: owner(2),
            evidence: "bafyevidence"
        });
        (address[] memory who, bytes[] memory signatures) = signed(verdict, signers % 4);
        uint256[OWNERS] memory before = awards();
        bytes32 by = stake.slashedBy(verdict.provider, verdict.task);
        try stake.slash(verdict, who, signatures) returns (uint256 taken) {
            vm.assertLe(2, who.length, "14: nobody is slashed without a quorum");
            vm.assertTrue(by == 0 || by == stake.hashVerdict(verdict));
            book(verdict, taken, before);
        } catch (bytes memory reason) {
            // Nothing else may stop a verdict: neither the provider nor what it owes to others.
            bytes4 why = bytes4(reason);
            vm.assertTrue(
                why == Stake.QuorumMissing.selector || why == Stake.AlreadySlashed.selector
                    || why == Stake.NothingToSlash.selector
            );
        }
    }

    function collectAward(uint256 ownerSeed) external {
        address who = owner(ownerSeed);
        if (stake.awardedTo(who) == 0) return;
        vm.prank(who);
        collectedBy[who] += stake.collectAward();
    }

    function pass(uint256 seconds_) external {
        vm.warp(block.timestamp + seconds_ % DELAY);
    }

    /// What is promised to be slashable, at most, now: the largest of what people rely on.
    function reliedOn(address on) external view returns (uint256 most) {
        for (uint256 i = 0; i < promises[on].length; ++i) {
            Promise memory each = promises[on][i];
            if (block.timestamp >= each.until) continue;
            uint256 slashed = slashedFrom[on] - each.slashedBefore;
            if (each.amount > slashed && each.amount - slashed > most) most = each.amount - slashed;
        }
    }

    function book(Stake.Verdict memory verdict, uint256 taken, uint256[OWNERS] memory before) private {
        uint256[OWNERS] memory now_ = awards();
        uint256 awarded;
        for (uint256 i = 0; i < OWNERS; ++i) {
            awarded += now_[i] - before[i];
            awardedTo[owner(i)] += now_[i] - before[i];
        }
        vm.assertEq(awarded, taken, "14: the awards are all that was taken");
        slashedFrom[verdict.provider] += taken;
        takenFor[verdict.provider][verdict.task] += taken;
        mostFor[verdict.provider][verdict.task] = verdict.amount;
    }

    function awards() private view returns (uint256[OWNERS] memory all) {
        for (uint256 i = 0; i < OWNERS; ++i) {
            all[i] = stake.awardedTo(owner(i));
        }
    }

    function signed(Stake.Verdict memory verdict, uint256 signers)
        private
        view
        returns (address[] memory who, bytes[] memory signatures)
    {
        (who, signatures) = (new address[](signers), new bytes[](signers));
        bytes32 digest = stake.hashVerdict(verdict);
        for (uint256 i = 0; i < signers; ++i) {
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(jurorKeys[i], digest);
            (who[i], signatures[i]) = (vm.addr(jurorKeys[i]), abi.encodePacked(r, s, v));
        }
    }
}
