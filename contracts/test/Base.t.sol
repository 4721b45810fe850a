// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Anchor} from "../src/Anchor.sol";
import {Delegations} from "../src/Delegations.sol";
import {Escrow} from "../src/Escrow.sol";
import {Payment, payment} from "../src/Payment.sol";
import {TestDollar} from "../src/TestDollar.sol";

/// The few of Foundry's cheatcodes that these tests use (https://getfoundry.sh/reference/cheatcodes/overview).
interface Vm {
    function addr(uint256 key) external pure returns (address);
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function prank(address sender) external;
    function startPrank(address sender) external;
    function stopPrank() external;
    function warp(uint256 timestamp) external;
    function chainId(uint256 id) external;
    function expectRevert(bytes calldata expected) external;
    function expectRevert(bytes4 expected) external;
    function expectRevert() external;
    function expectEmit(address emitter) external;
    function snapshotGasLastCall(string calldata group, string calldata name) external returns (uint256);
    function assertEq(uint256 left, uint256 right) external pure;
    function assertEq(uint256 left, uint256 right, string calldata message) external pure;
    function assertEq(address left, address right) external pure;
    function assertEq(bytes32 left, bytes32 right) external pure;
    function assertLe(uint256 left, uint256 right, string calldata message) external pure;
    function assertTrue(bool condition) external pure;
    function assertFalse(bool condition) external pure;
}

/// A network's contracts, freshly deployed, and the people of every test.
abstract contract Base {
    Vm internal constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    bytes32 internal constant IRS = "us/irs";
    uint40 internal constant CHALLENGE_DELAY = 7 days;
    uint256 internal constant SIGNER_KEY = 0x51;

    address internal immutable signer = vm.addr(SIGNER_KEY);
    address internal constant payer = address(0xA11CE);
    address internal constant payee = address(0xB0B);
    address internal constant wallet = address(0x3A11E7);
    address internal constant stranger = address(0x57A);
    address internal constant irsPayoutAddress = address(0x125);

    TestDollar internal token;
    Escrow internal escrow;
    Anchor internal anchor;

    function setUp() public virtual {
        vm.warp(1_780_000_000);
        token = new TestDollar();
        escrow = new Escrow(token, address(this), CHALLENGE_DELAY);
        anchor = new Anchor();
        escrow.registerAuthority(IRS, irsPayoutAddress);
    }

    function fund(address from, address forSigner, uint256 amount) internal {
        token.mint(from, amount);
        vm.startPrank(from);
        token.approve(address(escrow), amount);
        escrow.deposit(forSigner, amount);
        vm.stopPrank();
    }

    function plan(address who, uint32 setAsidePpm) internal {
        vm.prank(who);
        escrow.setPlan(wallet, IRS, setAsidePpm);
    }

    function voucherTo(address to, uint256 cumulative) internal view returns (Escrow.Voucher memory) {
        return Escrow.Voucher({payer: payer, signer: signer, payee: to, cumulative: cumulative});
    }

    /// The signer's own word, so no signature.
    function reserve(address to, uint96 cumulative) internal {
        (,,, uint24 releases) = escrow.channelOf(payer, signer, to);
        vm.prank(signer);
        escrow.reserve(Escrow.Reservation(payer, signer, to, cumulative, releases), "");
    }

    function sign(uint256 key, Escrow.Voucher memory voucher) internal view returns (bytes memory) {
        return signFor(key, voucher, block.chainid, address(escrow));
    }

    function signFor(uint256 key, Escrow.Voucher memory voucher, uint256 chainId, address verifyingContract)
        internal
        pure
        returns (bytes memory)
    {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("Voucher(address payer,address signer,address payee,uint256 cumulative)"),
                voucher.payer,
                voucher.signer,
                voucher.payee,
                voucher.cumulative
            )
        );
        return signStruct(key, structHash, chainId, verifyingContract);
    }

    function signReservation(uint256 key, Escrow.Reservation memory reservation) internal view returns (bytes memory) {
        return signStruct(
            key,
            keccak256(
                abi.encode(
                    keccak256(
                        "Reservation(address payer,address signer,address payee,uint96 cumulative,uint24 releases)"
                    ),
                    reservation
                )
            )
        );
    }

    function signDelegation(uint256 key, Delegations.Delegation memory delegation)
        internal
        view
        returns (bytes memory)
    {
        return signStruct(
            key,
            keccak256(
                abi.encode(
                    keccak256(
                        "Delegation(address signer,address delegate,address payer,address payee,uint96 limit,uint40 expiry,bytes32 salt)"
                    ),
                    delegation
                )
            )
        );
    }

    /// What a session key signs: its voucher, for this delegation alone.
    function signDelegated(uint256 key, Escrow.Voucher memory voucher, Delegations.Delegation memory delegation)
        internal
        view
        returns (bytes memory)
    {
        return signStruct(
            key,
            keccak256(
                abi.encode(
                    keccak256(
                        "DelegatedVoucher(address payer,address signer,address payee,uint256 cumulative,bytes32 delegation)"
                    ),
                    voucher,
                    escrow.hashDelegation(delegation)
                )
            )
        );
    }

    function signStatement(uint256 key, Payment[] memory promises) internal view returns (bytes memory) {
        return signStruct(
            key,
            keccak256(
                abi.encode(
                    keccak256("Statement(address payer,address signer,bytes32[] promises)"),
                    payer,
                    signer,
                    keccak256(abi.encodePacked(promises))
                )
            )
        );
    }

    function signStruct(uint256 key, bytes32 structHash) internal view returns (bytes memory) {
        return signStruct(key, structHash, block.chainid, address(escrow));
    }

    /// Written out from EIP-712 rather than asked of the contract, so that it checks the contract.
    function signStruct(uint256 key, bytes32 structHash, uint256 chainId, address verifyingContract)
        internal
        pure
        returns (bytes memory)
    {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Gristmill Escrow"),
                keccak256("1"),
                chainId,
                verifyingContract
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, keccak256(abi.encodePacked(hex"1901", domain, structHash)));
        return abi.encodePacked(r, s, v);
    }

    /// EIP-2098: the parity of v in the top bit of s.
    function compact(bytes memory signature) internal pure returns (bytes memory) {
        (bytes32 r, bytes32 s) = abi.decode(signature, (bytes32, bytes32));
        return abi.encodePacked(r, s | bytes32(uint256(uint8(signature[64]) - 27) << 255));
    }

    function compactVoucher(uint256 key, Escrow.Voucher memory voucher)
        internal
        view
        returns (Escrow.CompactVoucher memory)
    {
        (bytes32 r, bytes32 vs) = abi.decode(compact(sign(key, voucher)), (bytes32, bytes32));
        return Escrow.CompactVoucher(payment(voucher.payee, voucher.cumulative), r, vs);
    }

    function batchOf(Escrow.CompactVoucher[] memory vouchers) internal view returns (Escrow.Batch[] memory batches) {
        batches = new Escrow.Batch[](1);
        batches[0] = Escrow.Batch(payer, signer, vouchers);
    }

    function claim(Escrow.Voucher memory voucher) internal returns (uint256) {
        return escrow.claim(voucher, sign(SIGNER_KEY, voucher));
    }

    /// What nobody has a claim on.
    function balanceOfAccount(address of_, address forSigner) internal view returns (uint256) {
        (uint96 funded, uint96 committed,,) = escrow.accountOf(of_, forSigner);
        return funded - committed;
    }
}
