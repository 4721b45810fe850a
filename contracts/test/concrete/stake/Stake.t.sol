// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";
import {ContractSigner} from "../../ContractSigner.sol";
import {FeeToken} from "../../tokens/FeeToken.sol";
import {Stake} from "../../../src/Stake.sol";

contract StakeTest is Base {
    uint40 private constant DELAY = 14 days;
    bytes32 private constant TASK = keccak256("task");
    address private constant provider = address(0x9401);
    address private constant prover = address(0x9402);
    address private constant requestor = address(0x9403);

    Stake private stake;
    /// In ascending order of their addresses.
    uint256[3] private jurorKeys = [uint256(11), 12, 13];

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 j = i + 1; j < 3; ++j) {
                if (vm.addr(jurorKeys[j]) < vm.addr(jurorKeys[i])) {
                    (jurorKeys[i], jurorKeys[j]) = (jurorKeys[j], jurorKeys[i]);
                }
            }
        }
        stake = new Stake(token, jurors(3), 2, DELAY, 300_000);
        bond(100);
    }

    // constructor

    function test_Constructor_RevertWhen_ItCouldNotWork() external {
        vm.expectRevert(abi.encodeWithSelector(Stake.UnbondingDelayOutOfRange.selector, 365 days + 1));
        new Stake(token, jurors(3), 2, 365 days + 1, 0);
        vm.expectRevert(abi.encodeWithSelector(Stake.UnbondingDelayOutOfRange.selector, 0));
        new Stake(token, jurors(3), 2, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(Stake.ShareTooLarge.selector, 1_000_001));
        new Stake(token, jurors(3), 2, DELAY, 1_000_001);
        vm.expectRevert(abi.encodeWithSelector(Stake.QuorumImpossible.selector, 1, 3));
        new Stake(token, jurors(3), 1, DELAY, 0);
        vm.expectRevert(abi.encodeWithSelector(Stake.QuorumImpossible.selector, 4, 3));
        new Stake(token, jurors(3), 4, DELAY, 0);
        vm.expectRevert(abi.encodeWithSelector(Stake.QuorumImpossible.selector, 1, 1));
        new Stake(token, jurors(1), 1, DELAY, 0); // no juror alone
        address[] memory twice = jurors(3);
        twice[1] = twice[0];
        vm.expectRevert(abi.encodeWithSelector(Stake.InvalidJuror.selector, twice[0]));
        new Stake(token, twice, 2, DELAY, 0);
        twice[1] = address(0);
        vm.expectRevert(abi.encodeWithSelector(Stake.InvalidJuror.selector, address(0)));
        new Stake(token, twice, 2, DELAY, 0);
    }

    function test_Constructor_NamesTheJurors() external view {
        vm.assertEq(keccak256(abi.encode(stake.jurors())), keccak256(abi.encode(jurors(3))));
    }

    // bond

    function test_Bond_RevertWhen_NobodyCouldGetItBack() external {
        address[3] memory nobodies = [address(0), address(stake), address(token)];
        for (uint256 i = 0; i < nobodies.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(Stake.InvalidProvider.selector, nobodies[i]));
            stake.bond(nobodies[i], 1);
        }
    }

    function test_Bond_TopsUp() external {
        token.mint(stranger, 20);
        vm.startPrank(stranger);
        token.approve(address(stake), 20);
        vm.expectEmit(address(stake));
        emit Stake.Bonded(provider, 20, 120);
        stake.bond(provider, 20);
        vm.stopPrank();
        assertBond(120, 0, 0);
    }

    function test_Bond_RevertWhen_NothingArrivesOrTooMuch() external {
        vm.expectRevert(Stake.NothingArrived.selector);
        stake.bond(provider, 0);
        uint256 amount = type(uint96).max - 99;
        token.mint(provider, amount);
        vm.startPrank(provider);
        token.approve(address(stake), amount);
        vm.expectRevert(abi.encodeWithSelector(Stake.BondTooLarge.selector, provider, uint256(1) << 96));
        stake.bond(provider, amount);
        vm.stopPrank();
    }

    function test_Bond_WhenTheTokenTakesAFee_CreditsWhatArrived() external {
        FeeToken feeToken = new FeeToken();
        stake = new Stake(feeToken, jurors(3), 2, DELAY, 0);
        feeToken.mint(provider, 1000);
        vm.startPrank(provider);
        feeToken.approve(address(stake), 1000);
        stake.bond(provider, 1000);
        vm.stopPrank();
        assertBond(990, 0, 0);
    }

    // unbonding

    function test_Unbond_AfterTheDelay() external {
        vm.startPrank(provider);
        vm.expectRevert(abi.encodeWithSelector(Stake.BondTooSmall.selector, provider, 100, 101));
        stake.requestUnbonding(101);
        vm.expectRevert(abi.encodeWithSelector(Stake.NothingUnbonding.selector, provider));
        stake.unbond();
        uint40 withdrawableAt = uint40(block.timestamp) + DELAY;
        vm.expectEmit(address(stake));
        emit Stake.UnbondingRequested(provider, 60, withdrawableAt);
        stake.requestUnbonding(60);
        assertBond(100, 60, withdrawableAt);
        vm.warp(withdrawableAt - 1);
        vm.expectRevert(abi.encodeWithSelector(Stake.UnbondingTooEarly.selector, provider, withdrawableAt));
        stake.unbond();
        vm.warp(withdrawableAt);
        vm.expectEmit(address(stake));
        emit Stake.Unbonded(provider, 60);
        vm.assertEq(stake.unbond(), 60);
        vm.assertEq(token.balanceOf(provider), 60);
        assertBond(40, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(Stake.NothingUnbonding.selector, provider));
        stake.unbond();
        stake.requestUnbonding(40);
        stake.requestUnbonding(0); // takes it back
        assertBond(40, 0, 0);
        vm.stopPrank();
    }

    function test_Unbond_PaysWhatSlashesHaveLeft() external {
        vm.prank(provider);
        stake.requestUnbonding(100);
        uint40 withdrawableAt = uint40(block.timestamp) + DELAY;
        slash(verdictOver(TASK, 70));
        assertBond(30, 30, withdrawableAt);
        bond(50); // nothing that comes later leaves under an announcement made before
        vm.warp(withdrawableAt);
        vm.prank(provider);
        vm.assertEq(stake.unbond(), 30);
        vm.assertEq(token.balanceOf(provider), 30);
        assertBond(50, 0, 0);
    }

    // securedBy

    function test_SecuredBy_IsWhatIsNotAnnounced() external {
        vm.assertEq(stake.securedBy(stranger), 0);
        vm.assertEq(stake.securedBy(provider), 100);
        vm.prank(provider);
        stake.requestUnbonding(100);
        vm.assertEq(stake.securedBy(provider), 0);
        vm.warp(block.timestamp + DELAY); // it may leave in any second, so it still secures nothing
        vm.assertEq(stake.securedBy(provider), 0);
        slash(verdictOver(TASK, 70));
        vm.assertEq(stake.securedBy(provider), 0);
        bond(50);
        vm.assertEq(stake.securedBy(provider), 50);
        vm.prank(provider);
        stake.requestUnbonding(0);
        vm.assertEq(stake.securedBy(provider), 80);
    }

    // slash

    function test_Slash_SharesBetweenProverAndRequestor() external {
        Stake.Verdict memory verdict = verdictOver(TASK, 55);
        (address[] memory who, bytes[] memory signatures) = signedBy(verdict, 0, 2);
        vm.expectEmit(address(stake));
        emit Stake.Slashed(provider, TASK, 55, verdict);
        vm.prank(stranger);
        vm.assertEq(stake.slash(verdict, who, signatures), 55);
        assertBond(45, 0, 0);
        vm.assertEq(stake.awardedTo(prover), 16); // 16.5, rounded down
        vm.assertEq(stake.awardedTo(requestor), 39);
        vm.expectEmit(address(stake));
        emit Stake.AwardCollected(prover, 16);
        vm.prank(prover);
        vm.assertEq(stake.collectAward(), 16);
        vm.assertEq(token.balanceOf(prover), 16);
        vm.expectRevert(abi.encodeWithSelector(Stake.NothingAwarded.selector, prover));
        vm.prank(prover);
        stake.collectAward();
        vm.prank(requestor);
        stake.collectAward();
        vm.assertEq(token.balanceOf(address(stake)), 45);
    }

    function test_Slash_TakesWhatThereIs() external {
        slash(verdictOver(TASK, 101));
        assertBond(0, 0, 0);
        Stake.Verdict memory verdict = verdictOver("another task", 1);
        expectRefused(verdict, 0, 1, abi.encodeWithSelector(Stake.NothingToSlash.selector, provider));
    }

    /// A provider that pays in a unit and sends the verdict itself gets rid of a unit, not of the verdict.
    function test_Slash_TheSameVerdictCollectsItsRest() external {
        Stake.Verdict memory verdict = verdictOver(TASK, 130);
        bytes32 digest = stake.hashVerdict(verdict);
        slash(verdict);
        vm.assertEq(stake.slashedBy(provider, TASK), digest);
        vm.assertEq(stake.takenBy(digest), 100);
        expectRefused(verdict, 0, 1, abi.encodeWithSelector(Stake.NothingToSlash.selector, provider));
        bond(50);
        Stake.Verdict memory other = verdictOver(TASK, 200);
        expectRefused(other, 0, 1, abi.encodeWithSelector(Stake.AlreadySlashed.selector, provider, TASK));
        slash(verdict);
        assertBond(20, 0, 0);
        vm.assertEq(stake.takenBy(digest), 130);
        vm.assertEq(stake.awardedTo(prover) + stake.awardedTo(requestor), 130);
        expectRefused(verdict, 0, 1, abi.encodeWithSelector(Stake.AlreadySlashed.selector, provider, TASK));
    }

    function test_Slash_RevertGiven_TheFaultWasSlashed() external {
        slash(verdictOver(TASK, 10));
        expectRefused(
            verdictOver(TASK, 10), 0, 1, abi.encodeWithSelector(Stake.AlreadySlashed.selector, provider, TASK)
        );
        Stake.Verdict memory verdict = verdictOver(TASK, 20);
        verdict.rightResult = "another finding";
        expectRefused(verdict, 0, 1, abi.encodeWithSelector(Stake.AlreadySlashed.selector, provider, TASK));
        slash(verdictOver("another task", 20));
        assertBond(70, 0, 0);
    }

    function test_Slash_RevertWhen_ItIsNoFault() external {
        Stake.Verdict memory verdict = verdictOver(TASK, 10);
        verdict.rightResult = verdict.claimedResult;
        expectRefused(verdict, 0, 1, abi.encodeWithSelector(Stake.ResultsEqual.selector, TASK, verdict.rightResult));
    }

    function test_Slash_RevertWhen_NobodyWouldGetIt() external {
        Stake.Verdict memory verdict = verdictOver(TASK, 10);
        verdict.prover = address(0);
        expectRefused(verdict, 0, 1, abi.encodeWithSelector(Stake.InvalidAward.selector, address(0), requestor));
        (verdict.prover, verdict.requestor) = (prover, address(stake));
        expectRefused(verdict, 0, 1, abi.encodeWithSelector(Stake.InvalidAward.selector, prover, address(stake)));
    }

    function test_Slash_RevertWhen_TheQuorumIsMissing() external {
        Stake.Verdict memory verdict = verdictOver(TASK, 10);
        expectRefused(verdict, 0, 0, abi.encodeWithSelector(Stake.QuorumMissing.selector, 1, 2));
        (address[] memory who,) = signedBy(verdict, 0, 2);
        vm.expectRevert(abi.encodeWithSelector(Stake.QuorumMissing.selector, 0, 2));
        stake.slash(verdict, who, new bytes[](0));
        // One juror twice, or out of order.
        (address[] memory all, bytes[] memory signatures) = signedBy(verdict, 0, 1);
        (address first, bytes memory firstSigned) = (all[0], signatures[0]);
        (all[0], signatures[0]) = (all[1], signatures[1]);
        vm.expectRevert(abi.encodeWithSelector(Stake.JurorsOutOfOrder.selector, all[1], all[1]));
        stake.slash(verdict, all, signatures);
        (all[1], signatures[1]) = (first, firstSigned);
        vm.expectRevert(abi.encodeWithSelector(Stake.JurorsOutOfOrder.selector, all[0], first));
        stake.slash(verdict, all, signatures);
    }

    function test_Slash_RevertWhen_NotAJurorOrNotSigned() external {
        Stake.Verdict memory verdict = verdictOver(TASK, 10);
        (address[] memory who, bytes[] memory signatures) = signedBy(verdict, 0, 1);
        who[0] = address(1);
        vm.expectRevert(abi.encodeWithSelector(Stake.NotAJuror.selector, address(1)));
        stake.slash(verdict, who, signatures);
        (who, signatures) = signedBy(verdict, 0, 1);
        verdict.amount = 11;
        vm.expectRevert(abi.encodeWithSelector(Stake.VerdictNotSigned.selector, who[0]));
        stake.slash(verdict, who, signatures);
    }

    function test_Slash_RevertWhen_SignedForAnotherStakeOrChain() external {
        Stake.Verdict memory verdict = verdictOver(TASK, 10);
        (address[] memory who, bytes[] memory signatures) = signedBy(verdict, 0, 1);
        bytes memory refused = abi.encodeWithSelector(Stake.VerdictNotSigned.selector, who[0]);
        uint256 home = block.chainid;
        vm.chainId(home + 1);
        vm.expectRevert(refused);
        stake.slash(verdict, who, signatures);
        vm.chainId(home);
        stake = new Stake(token, jurors(3), 2, DELAY, 300_000);
        bond(100);
        vm.expectRevert(refused);
        stake.slash(verdict, who, signatures);
    }

    function test_Slash_GivenAContractIsJuror() external {
        address[] memory two = new address[](2);
        two[0] = address(new ContractSigner(vm.addr(jurorKeys[0])));
        two[1] = address(new ContractSigner(vm.addr(jurorKeys[1])));
        bool ascending = two[0] < two[1];
        if (!ascending) (two[0], two[1]) = (two[1], two[0]);
        stake = new Stake(token, two, 2, DELAY, 0);
        bond(100);
        Stake.Verdict memory verdict = verdictOver(TASK, 10);
        (, bytes[] memory signatures) = signedBy(verdict, 0, 1);
        if (!ascending) (signatures[0], signatures[1]) = (signatures[1], signatures[0]);
        stake.slash(verdict, two, signatures);
        vm.assertEq(stake.awardedTo(requestor), 10);
    }

    /// The shares make the whole, and never more than there is.
    function testFuzz_Slash_SharesToTheLastUnit(uint96 bonded, uint96 amount, uint32 ppm) external {
        if (bonded == 0 || amount == 0) return;
        stake = new Stake(token, jurors(3), 2, DELAY, ppm % 1_000_001);
        bond(bonded);
        slash(verdictOver(TASK, amount));
        uint256 taken = amount < bonded ? amount : bonded;
        vm.assertEq(stake.awardedTo(prover) + stake.awardedTo(requestor), taken);
        vm.assertEq(stake.awardedTo(prover), taken * (ppm % 1_000_001) / 1e6);
        assertBond(bonded - taken, 0, 0);
    }

    /// Invariant 14: however often a verdict comes, and whatever is bonded in between, it takes what it says at most.
    function testFuzz_Slash_AVerdictTakesNoMoreThanItSays(uint96 amount, uint88[4] calldata bonds) external {
        if (amount == 0) return;
        Stake.Verdict memory verdict = verdictOver(TASK, amount);
        (address[] memory who, bytes[] memory signatures) = signedBy(verdict, 0, 1);
        uint256 paidIn = 100;
        for (uint256 i = 0; i < bonds.length; ++i) {
            if (bonds[i] > 0) bond(bonds[i]);
            paidIn += bonds[i];
            try stake.slash(verdict, who, signatures) {} catch {}
            uint256 taken = amount < paidIn ? amount : paidIn;
            vm.assertEq(stake.awardedTo(prover) + stake.awardedTo(requestor), taken);
            assertBond(paidIn - taken, 0, 0);
        }
    }

    function jurors(uint256 size) private view returns (address[] memory all) {
        all = new address[](size);
        for (uint256 i = 0; i < size; ++i) {
            all[i] = vm.addr(jurorKeys[i]);
        }
    }

    function bond(uint256 amount) private {
        token.mint(provider, amount);
        vm.startPrank(provider);
        token.approve(address(stake), amount);
        stake.bond(provider, amount);
        vm.stopPrank();
    }

    function assertBond(uint256 bonded, uint256 unbonding, uint256 withdrawableAt) private view {
        (uint96 bonded_, uint96 unbonding_, uint40 withdrawableAt_) = stake.bondOf(provider);
        vm.assertEq(bonded_, bonded);
        vm.assertEq(unbonding_, unbonding);
        vm.assertEq(withdrawableAt_, withdrawableAt);
    }

    function verdictOver(bytes32 task, uint96 amount) private pure returns (Stake.Verdict memory) {
        return Stake.Verdict(provider, task, "claimed", "right", amount, prover, requestor, "bafyevidence");
    }

    /// By the jurors from the first to the last named.
    function signedBy(Stake.Verdict memory verdict, uint256 first, uint256 last)
        private
        view
        returns (address[] memory who, bytes[] memory signatures)
    {
        (who, signatures) = (new address[](last - first + 1), new bytes[](last - first + 1));
        bytes32 digest = stake.hashVerdict(verdict);
        for (uint256 i = first; i <= last; ++i) {
            who[i - first] = vm.addr(jurorKeys[i]);
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(jurorKeys[i], digest);
            signatures[i - first] = abi.encodePacked(r, s, v);
        }
    }

    function slash(Stake.Verdict memory verdict) private {
        (address[] memory who, bytes[] memory signatures) = signedBy(verdict, 1, 2);
        stake.slash(verdict, who, signatures);
    }

    function expectRefused(Stake.Verdict memory verdict, uint256 first, uint256 last, bytes memory reason) private {
        (address[] memory who, bytes[] memory signatures) = signedBy(verdict, first, last);
        vm.expectRevert(reason);
        stake.slash(verdict, who, signatures);
    }
}
